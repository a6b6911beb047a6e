package io.clausestream.cli.cluster;

import io.clausestream.cluster.ClusterFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a data folder has what belongs to its cluster alone. */
final class ClusterPlace {

  private ClusterPlace() {}

  static ClusterFolder of(Path dataFolder) {
    return new ClusterFolder(dataFolder.resolve("cluster"));
  }

  /** Says that this process runs the cluster of a folder. */
  static void markUp(Path dataFolder) throws IOException {
    Path file = upFile(dataFolder);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Started.of(ProcessHandle.current()).toString());
  }

  /** Says that it does so no more. */
  static void unmarkUp(Path dataFolder) throws IOException {
    Files.deleteIfExists(upFile(dataFolder));
  }

  /** The command that runs the cluster of a folder, if one does. */
  static Optional<ProcessHandle> up(Path dataFolder) throws IOException {
    Path file = upFile(dataFolder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Started.parse(Files.readString(file)).flatMap(Started::running);
  }

  private static Path upFile(Path dataFolder) {
    return of(dataFolder).root().resolve("up.pid");
  }
}
