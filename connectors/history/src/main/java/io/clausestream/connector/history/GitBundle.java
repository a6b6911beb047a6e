package io.clausestream.connector.history;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a git bundle to a bare repository in a cache folder, named by the checksum of the
 * bundle's pack. It is written under a temporary name and renamed when whole, so a folder with the
 * final name is complete; what a killed run leaves ({@code .partial-*}) is never read and may be
 * deleted.
 */
final class GitBundle {

  private static final List<String> SIGNATURES = List.of("# v2 git bundle", "# v3 git bundle");
  private static final int CHECKSUM_BYTES = 20;
  private static final int MAX_HEADER_LINE = 4096;
  private static final int BUFFER_BYTES = 64 << 10;

  private GitBundle() {}

  static boolean isBundle(Path file) throws IOException {
    int length = SIGNATURES.get(0).length();
    try (InputStream in = Files.newInputStream(file)) {
      return SIGNATURES.contains(new String(in.readNBytes(length), StandardCharsets.US_ASCII));
    }
  }

  /** {@code ${XDG_CACHE_HOME:-~/.cache}/clausestream/archives}. */
  static Path defaultCacheFolder() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("clausestream").resolve("archives");
  }

  /** The bare repository of this bundle; unpacks it unless that was done before. */
  static synchronized Path unpack(Path bundle, Path cacheFolder) throws IOException {
    Path target = cacheFolder.resolve(checksum(bundle));
    if (Files.exists(target.resolve("HEAD"))) {
      return target;
    }
    Files.createDirectories(cacheFolder);
    Path partial = Files.createTempDirectory(cacheFolder, ".partial-");
    try {
      write(bundle, partial);
      rename(partial, target);
    } finally {
      delete(partial);
    }
    return target;
  }

  private static String checksum(Path bundle) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(bundle.toFile(), "r")) {
      byte[] trailer = new byte[CHECKSUM_BYTES];
      file.seek(Math.max(0, file.length() - CHECKSUM_BYTES));
      file.readFully(trailer);
      return HexFormat.of().formatHex(trailer);
    } catch (EOFException e) {
      throw damaged(bundle, "it ends early", e);
    }
  }

  private static void write(Path bundle, Path folder) throws IOException {
    GitSettings.install();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(bundle), BUFFER_BYTES);
        FileRepository repository = new FileRepository(folder.toFile())) {
      String tip = tip(bundle, in);
      repository.create(true);
      index(bundle, in, repository);
      Files.writeString(new File(repository.getDirectory(), "HEAD").toPath(), tip + "\n");
    }
  }

  private static void index(Path bundle, InputStream in, FileRepository repository)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      PackParser parser = inserter.newPackParser(in);
      parser.setAllowThin(false);
      parser.parse(NullProgressMonitor.INSTANCE);
      inserter.flush();
    } catch (IOException | RuntimeException e) {
      throw damaged(bundle, String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads the header up to the pack and returns the commit to read from. */
  private static String tip(Path bundle, InputStream in) throws IOException {
    Map<String, String> refs = new LinkedHashMap<>();
    readLine(bundle, in);
    for (String line = readLine(bundle, in); !line.isEmpty(); line = readLine(bundle, in)) {
      if (line.startsWith("-")) {
        throw new NotAnArchiveException(
            ("The bundle %s is only the later part of a history: it needs commit %s. Give a bundle "
                    + "made from the whole history.")
                .formatted(bundle, line.substring(1)));
      }
      int space = line.indexOf(' ');
      if (!line.startsWith("@") && space > 0) {
        refs.put(line.substring(space + 1), line.substring(0, space));
      }
    }
    for (String name : List.of("HEAD", "refs/heads/main", "refs/heads/master")) {
      if (refs.containsKey(name)) {
        return refs.get(name);
      }
    }
    return refs.values().stream()
        .findFirst()
        .orElseThrow(() -> damaged(bundle, "it names no branch", null));
  }

  private static String readLine(Path bundle, InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > MAX_HEADER_LINE) {
        throw damaged(bundle, "its header has no end", null);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static NotAnArchiveException damaged(Path bundle, String why, @Nullable Throwable cause) {
    return new NotAnArchiveException(
        "The bundle %s is damaged: %s. Get it again; 'git bundle verify' checks it."
            .formatted(bundle, why),
        cause);
  }

  /** Another process may have been first; its result is as good. */
  private static void rename(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (IOException e) {
      if (!Files.exists(target.resolve("HEAD"))) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
