package io.clausestream.cli.cluster;

import io.clausestream.cluster.ClusterFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a data folder has what belongs to its cluster alone. */
final class ClusterPlace {

  private ClusterPlace() {}

  static ClusterFolder of(Path dataFolder) {
    return new ClusterFolder(dataFolder.resolve("cluster"));
  }

  /** Says, until it is closed, that this process runs the cluster of a folder. */
  static UpMark markUp(Path dataFolder) throws IOException {
    Path file = upFile(dataFolder);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    return new UpMark(file);
  }

  /** The command that runs the cluster of a folder, if one does. */
  static Optional<ProcessHandle> up(Path dataFolder) throws IOException {
    Path file = upFile(dataFolder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
        .filter(ProcessHandle::isAlive)
        // An id is used again.
        .filter(handle -> handle.info().command().orElse("").contains("java"));
  }

  private static Path upFile(Path dataFolder) {
    return of(dataFolder).root().resolve("up.pid");
  }

  /**
   * The mark of a running command.
   *
   * @param file that holds its process id
   */
  record UpMark(Path file) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
