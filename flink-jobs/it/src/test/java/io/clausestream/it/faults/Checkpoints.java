package io.clausestream.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Complete checkpoints on the disk. */
final class Checkpoints {

  private Checkpoints() {}

  /** The one before the newest: two are kept. */
  static Path oldest(Path folder) {
    try (Stream<Path> found = Files.find(folder, 2, (path, a) -> isComplete(path))) {
      return found.min(Comparator.comparingLong(Checkpoints::number)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isComplete(Path path) {
    return path.getFileName().toString().startsWith("chk-")
        && Files.exists(path.resolve("_metadata"));
  }

  private static long number(Path path) {
    return Long.parseLong(path.getFileName().toString().substring("chk-".length()));
  }
}
