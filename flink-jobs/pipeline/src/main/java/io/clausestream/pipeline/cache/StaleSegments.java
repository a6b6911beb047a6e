package io.clausestream.pipeline.cache;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other builds and runs that were killed left in the folder of a cache. It goes when nobody
 * used it for {@link #AGE}, longer than any run takes, so that runs of two builds may share a
 * folder. Only files and folders with the names that a cache gives are touched, and no link is
 * followed.
 */
final class StaleSegments {

  /** What was not used for so long belongs to no run any more. */
  static final Duration AGE = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(StaleSegments.class);

  private static final Pattern FOLDER =
      Pattern.compile("[0-9a-f]{" + CanonicalStore.FOLDER_DIGITS + "}");

  private final Instant oldest;
  private int deleted;
  private long bytes;

  private StaleSegments(Instant oldest) {
    this.oldest = oldest;
  }

  /**
   * Deletes what is stale, and notes that the own folder is in use.
   *
   * @param cache the folder of all builds
   * @param own the folder of this build, which stays, but for unfinished files
   * @param news hears in one line what was deleted, if anything was
   * @throws IOException if a file cannot be deleted
   */
  static void delete(Path cache, Path own, Instant now, Consumer<String> news) throws IOException {
    StaleSegments stale = new StaleSegments(now.minus(AGE));
    stale.deleteFiles(own, Segment.PART);
    Files.setLastModifiedTime(own, FileTime.from(now));
    for (Path folder : list(cache)) {
      stale.deleteFolder(folder, own);
    }
    if (stale.deleted > 0) {
      news.accept(
          String.format(
              Locale.ROOT,
              "'%s': %,d files (%,d bytes) of other builds and broken runs are deleted.",
              cache,
              stale.deleted,
              stale.bytes));
    }
  }

  private void deleteFolder(Path folder, Path own) throws IOException {
    try {
      if (!folder.equals(own)
          && FOLDER.matcher(folder.getFileName().toString()).matches()
          && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && isOld(folder)) {
        deleteFiles(folder, Segment.PART);
        deleteFiles(folder, Segment.WHOLE);
        if (list(folder).isEmpty()) {
          Files.deleteIfExists(folder);
        }
      }
    } catch (NoSuchFileException | DirectoryNotEmptyException e) {
      LOG.debug("Another run was at '{}', too", folder, e);
    }
  }

  private void deleteFiles(Path folder, String ending) throws IOException {
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith(Segment.PREFIX) && name.endsWith(ending)) {
        deleteFile(file);
      }
    }
  }

  private void deleteFile(Path file) throws IOException {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOld(file)) {
        long size = Files.size(file);
        Files.delete(file);
        deleted++;
        bytes += size;
      }
    } catch (NoSuchFileException e) {
      LOG.debug("Another run was faster to take '{}' away", file, e);
    }
  }

  private boolean isOld(Path path) throws IOException {
    return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(oldest);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
