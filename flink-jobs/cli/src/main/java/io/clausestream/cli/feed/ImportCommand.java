package io.clausestream.cli.feed;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code clausestream import}. */
@Command(name = "import", description = "To come.")
public final class ImportCommand implements Callable<Integer> {

  /** Called by picocli. */
  public ImportCommand() {}

  @Override
  public Integer call() {
    return 0;
  }
}
