package io.clausestream.cli.audit;

import io.clausestream.cli.broker.BrokerOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a replay that is compared with what was recorded. */
public final class CompareOptions {

  @ArgGroup private @Nullable With with;

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--report",
      paramLabel = "OUT.json",
      description = "Write what the comparison says of each change, as JSON.")
  private @Nullable Path report;

  /** Called by picocli. */
  public CompareOptions() {}

  /** One of two places of recorded changes. */
  private static final class With {
    @Option(
        names = "--compare",
        paramLabel = "RECORDED.jsonl",
        description =
            "Compare with the changes in this file, from 'changes --format jsonl' or 'replay"
                + " --changes'. Exit code 1 if any differs.")
    private @Nullable Path file;

    @Option(
        names = "--compare-topic",
        description =
            "Compare with the topic page-changes of an engine that runs; --data-dir or"
                + " --bootstrap-servers name it.")
    private boolean topic;
  }

  /** Whether the replay is to be compared. */
  public boolean isWanted() {
    return with != null;
  }

  /** What is wrong with the options together, if anything. */
  public Optional<String> mistake() {
    if (report != null && with == null) {
      return Optional.of("--report needs --compare or --compare-topic");
    }
    if (broker.isNamed() && (with == null || !with.topic)) {
      return Optional.of("--data-dir and --bootstrap-servers need --compare-topic");
    }
    return Optional.empty();
  }

  /** The file to compare with; empty for the topic. */
  Optional<Path> file() {
    return with == null ? Optional.empty() : Optional.ofNullable(with.file);
  }

  BrokerOptions broker() {
    return broker;
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }
}
