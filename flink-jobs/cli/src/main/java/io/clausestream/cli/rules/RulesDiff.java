package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream rules diff}: what differs between two versions. */
@Command(
    name = "diff",
    description = {
      "Tells which categories, statements, signals and phrases came, went or changed.",
      "Ends with 1 when anything differs."
    })
final class RulesDiff implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A file, 'shipped', or id@version of a running engine.")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same.")
  private String after;

  @Mixin private BrokerOptions broker;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> lines =
        RuleDifference.between(
            AdmittedRules.rules(before, broker), AdmittedRules.rules(after, broker));
    Terminal terminal = Terminal.of(spec);
    lines.forEach(terminal.out()::println);
    if (lines.isEmpty()) {
      terminal.out().println("The rules say the same.");
    }
    terminal.out().flush();
    return lines.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }
}
