package io.clausestream.cli.broker;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for the engine's answer. */
public final class WaitOptions {

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for the answer (default: ${DEFAULT-VALUE}).")
  private int timeout = 60;

  /** Called by picocli. */
  public WaitOptions() {}

  /** In whole seconds, as it was given. */
  public int seconds() {
    return timeout;
  }

  /** The same. */
  public Duration patience() {
    return Duration.ofSeconds(timeout);
  }
}
