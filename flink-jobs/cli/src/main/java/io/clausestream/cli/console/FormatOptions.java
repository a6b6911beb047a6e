package io.clausestream.cli.console;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How a command prints: the one option of all commands that print for programs, too. */
public final class FormatOptions {

  /** The two forms. */
  private enum Format {
    /** For people; may change with any release. */
    TEXT,
    /** One JSON object in a line; its fields are a contract. */
    JSONL
  }

  @Option(
      names = "--format",
      paramLabel = "text|jsonl",
      defaultValue = "text",
      description =
          "text: for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  /** Called by picocli. */
  public FormatOptions() {}

  /** What is told to people; empty when lines of JSON are wanted. */
  public Optional<String> told(String text) {
    return json() ? Optional.empty() : Optional.of(text);
  }

  /** Whether lines of JSON are wanted. */
  public boolean json() {
    return format == Format.JSONL;
  }
}
