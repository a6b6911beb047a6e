package io.clausestream.connector.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens histories of captured pages, whatever their form. */
public final class Archives {

  private static final String REMEDY =
      "Give a git repository of snapshots, a git bundle of one, a *.jsonl file, or a folder with "
          + JsonLinesArchive.FILE_NAME
          + ".";

  private Archives() {}

  /**
   * Opens an archive with the default cache folder for bundles.
   *
   * @see #open(Path, Path)
   */
  public static Archive open(Path path) throws IOException {
    return open(path, null);
  }

  /**
   * Opens an archive and lists its captures without their bodies: a git repository (bare or not) of
   * snapshots, a git bundle of one, a {@code *.jsonl} file or a folder with {@code captures.jsonl}.
   * A bundle is unpacked once into the cache folder, which takes about its size on disk and a few
   * seconds, and is reused afterwards.
   *
   * @param cacheFolder where bundles are unpacked; null: {@code
   *     ${XDG_CACHE_HOME:-~/.cache}/clausestream/archives}
   * @throws NotAnArchiveException when the path holds no history
   * @throws ArchiveFormatException when a line of a JSON Lines history is wrong
   * @throws IOException when a file cannot be read, or the cache folder not written
   */
  public static Archive open(Path path, @Nullable Path cacheFolder) throws IOException {
    if (!Files.exists(path)) {
      throw new NotAnArchiveException("There is nothing at " + path + ". " + REMEDY);
    }
    return Files.isDirectory(path) ? openFolder(path) : openFile(path, cacheFolder);
  }

  private static Archive openFolder(Path folder) throws IOException {
    Path captures = folder.resolve(JsonLinesArchive.FILE_NAME);
    if (Files.isRegularFile(captures)) {
      return JsonLinesArchive.open(folder, captures);
    }
    Path gitDir = GitArchive.findGitDir(folder);
    if (gitDir == null) {
      throw new NotAnArchiveException("The folder " + folder + " holds no history. " + REMEDY);
    }
    return GitArchive.open(folder, gitDir);
  }

  private static Archive openFile(Path file, @Nullable Path cacheFolder) throws IOException {
    if (GitBundle.isBundle(file)) {
      Path cache = cacheFolder == null ? GitBundle.defaultCacheFolder() : cacheFolder;
      return GitArchive.open(file, GitBundle.unpack(file, cache));
    }
    if (file.toString().endsWith(".jsonl")) {
      return JsonLinesArchive.open(file, file);
    }
    throw new NotAnArchiveException("The file " + file + " is no history. " + REMEDY);
  }

  /**
   * Copies a JSON Lines history from the class path, where it may be inside a jar, to a folder that
   * {@link #open(Path)} can open. Existing files are overwritten.
   *
   * @param resourceFolder folder on the class path that holds captures.jsonl, without slashes at
   *     its ends
   * @param target folder to write to; made when it is not there
   * @throws NotAnArchiveException when the class path has no such folder, or misses a body that
   *     captures.jsonl names
   */
  public static void extractSample(ClassLoader loader, String resourceFolder, Path target)
      throws IOException {
    Files.createDirectories(target);
    Path captures = target.resolve(JsonLinesArchive.FILE_NAME);
    copy(loader, resourceFolder, JsonLinesArchive.FILE_NAME, captures);
    List<String> bodies = JsonLinesArchive.bodyPaths(captures);
    for (String body : bodies) {
      copy(loader, resourceFolder, body, target.resolve(body));
    }
  }

  private static void copy(ClassLoader loader, String folder, String name, Path target)
      throws IOException {
    String resource = folder + "/" + name;
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NotAnArchiveException(
            "The class path has no " + resource + ". Check the jar that should hold it.");
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(target, in.readAllBytes());
    }
  }
}
