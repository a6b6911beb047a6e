package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream rules show}: the file of a version. */
@Command(
    name = "show",
    description =
        "Prints the file of a version, as it was published: a file to begin the next with.")
final class RulesShow implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID@VERSION",
      description = "The version, such as governance@2; 'shipped' for the rules of this release.")
  private String name;

  @Mixin private BrokerOptions broker;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    terminal.out().print(AdmittedRules.text(name, broker));
    terminal.out().flush();
    return ExitCode.OK;
  }
}
