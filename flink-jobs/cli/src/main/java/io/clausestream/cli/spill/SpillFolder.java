package io.clausestream.cli.spill;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary folder of spills; gone when it is closed or the process is told to end. Serializes as
 * its path.
 */
public final class SpillFolder implements AutoCloseable, Serializable {

  private static final long serialVersionUID = 1;

  private final String path;
  private final transient Thread hook;

  private SpillFolder(Path path) {
    this.path = path.toString();
    this.hook = new Thread(() -> delete(path), "delete-" + path.getFileName());
  }

  /**
   * Makes a folder.
   *
   * @throws UserMistake when the machine's temporary folder cannot be written
   */
  public static SpillFolder create(String name) {
    try {
      SpillFolder folder = new SpillFolder(Files.createTempDirectory("clausestream-" + name + "-"));
      Runtime.getRuntime().addShutdownHook(folder.hook);
      return folder;
    } catch (IOException e) {
      throw new UserMistake(
          "The temporary folder '"
              + System.getProperty("java.io.tmpdir")
              + "' cannot be written: name another with CLAUSESTREAM_JAVA_OPTS=-Djava.io.tmpdir=DIR.",
          e);
    }
  }

  /** Where it is. */
  public Path path() {
    return Path.of(path);
  }

  /** Something to put lines into; of this name alone in the folder. */
  public SortedSpill spill(String prefix) {
    return new SortedSpill(path(), prefix);
  }

  /** All its lines, sorted; the caller closes it. Spills must have been closed before. */
  public SpillMerge open() throws IOException {
    return SpillMerge.of(path());
  }

  /** Writes all its lines, sorted; answers how many. */
  public long merge(Writer out) throws IOException {
    return SpillMerge.merge(path(), out);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    delete(path());
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
