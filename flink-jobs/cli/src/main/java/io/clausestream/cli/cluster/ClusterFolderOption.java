package io.clausestream.cli.cluster;

import io.clausestream.cli.console.Terminal;
import io.clausestream.cluster.LeftProcesses;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder whose cluster is meant, for who looks after one that runs. */
final class ClusterFolderOption {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of the cluster (default: ${DEFAULT-VALUE}).")
  private Path dataDir;

  /** Called by picocli. */
  ClusterFolderOption() {}

  Path path() {
    return dataDir;
  }

  LeftProcesses processes() {
    return LeftProcesses.of(ClusterPlace.of(dataDir));
  }

  void tellNoneRuns(Terminal terminal) {
    terminal.out().println("No process of a cluster runs on '" + dataDir + "'.");
  }
}
