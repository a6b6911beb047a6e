package io.clausestream.cli.cluster;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cluster.LeftProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream cluster down}: the end of a cluster, also of one that was left behind. */
@Command(
    name = "down",
    description = {
      "Stops the cluster of a data folder in order, as Ctrl-C does where it was started.",
      "Ends the processes of a cluster whose 'cluster up' was killed."
    })
public final class ClusterDown implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Mixin private ClusterFolderOption folder;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ClusterDown() {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Optional<ProcessHandle> up = ClusterPlace.up(folder.path());
    if (up.isPresent()) {
      stop(up.get());
    }
    LeftProcesses left = folder.processes();
    int count = left.running().size();
    left.end(name -> true);
    Terminal terminal = Terminal.of(spec);
    if (up.isEmpty() && count == 0) {
      folder.tellNoneRuns(terminal);
    } else {
      terminal.out().println("Stopped.");
    }
    return ExitCode.OK;
  }

  private static void stop(ProcessHandle up) throws InterruptedException, ExecutionException {
    up.destroy();
    try {
      up.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      up.destroyForcibly();
    }
  }
}
