package io.clausestream.cli.replay;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code clausestream replay}. */
@Command(name = "replay", description = "To come.")
public final class ReplayCommand implements Callable<Integer> {

  /** Called by picocli. */
  public ReplayCommand() {}

  @Override
  public Integer call() {
    return 0;
  }
}
