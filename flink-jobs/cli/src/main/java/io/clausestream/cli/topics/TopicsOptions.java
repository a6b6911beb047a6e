package io.clausestream.cli.topics;

import io.clausestream.cli.broker.BrokerOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands on topics have in common. */
final class TopicsOptions {

  /** How topics are printed. */
  enum Format {
    TEXT,
    JSONL
  }

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private Format format;

  BrokerOptions broker() {
    return broker;
  }

  boolean json() {
    return format == Format.JSONL;
  }
}
