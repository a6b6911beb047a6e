package io.clausestream.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream rules}: the rules of severity. */
@Command(
    name = "rules",
    description = "Checks rules of severity, tries them on history, publishes and lists them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesLint.class,
      RulesDiff.class,
      RulesTry.class,
      RulesPublish.class,
      RulesList.class,
      RulesShow.class
    })
public final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public RulesCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say lint, diff, try, publish, list or show");
  }
}
