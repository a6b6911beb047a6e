package io.clausestream.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cluster.ClusterRest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream cluster status}: what runs on a data folder. */
@Command(
    name = "status",
    description = {
      "Shows the processes of a cluster and its jobs.",
      "Ends with 1 when none of its processes runs."
    })
public final class ClusterStatus implements Callable<Integer> {

  @Mixin private ClusterFolderOption folder;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ClusterStatus() {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    Map<String, ProcessHandle> running = folder.processes().running();
    running.forEach((name, handle) -> line(terminal, name, "process " + handle.pid()));
    if (running.isEmpty()) {
      folder.tellNoneRuns(terminal);
      return ExitCode.DIFFERS;
    }
    RunProperties.find(folder.path()).ifPresent(run -> show(terminal, run));
    return ExitCode.OK;
  }

  private static void show(Terminal terminal, RunProperties run) {
    line(terminal, "web pages", run.webUrl());
    line(terminal, "broker", run.bootstrapServers());
    new ClusterRest(URI.create(run.webUrl()))
        .get("/jobs/overview")
        .ifPresent(
            overview -> {
              for (JsonNode job : overview.path("jobs")) {
                line(
                    terminal,
                    "job " + job.path("jid").asText(),
                    job.path("name").asText() + " " + job.path("state").asText());
              }
            });
  }

  private static void line(Terminal terminal, String what, String value) {
    terminal.out().printf("  %-15s %s%n", what, value);
  }
}
