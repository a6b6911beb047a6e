package io.clausestream.cli.up;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code clausestream up}. */
@Command(name = "up", description = "To come.")
public final class UpCommand implements Callable<Integer> {

  /** Called by picocli. */
  public UpCommand() {}

  @Override
  public Integer call() {
    return 0;
  }
}
