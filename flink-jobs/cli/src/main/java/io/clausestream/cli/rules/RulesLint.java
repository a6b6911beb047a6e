package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.cli.rulefile.RuleFiles;
import io.clausestream.core.rules.RuleFault;
import io.clausestream.core.rules.RuleReading;
import io.clausestream.core.rules.RuleSet;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream rules lint}: all that is wrong with a file of rules. */
@Command(
    name = "lint",
    description = {
      "Tells all that is wrong with a file of rules, each with its line and the remedy.",
      "Needs no broker. Ends with 1 when anything is wrong."
    })
final class RulesLint implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file, as rules.md in the docs tells.")
  private Path file;

  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleReading reading = RuleFiles.read(file);
    Terminal terminal = Terminal.of(spec);
    reading.faults().forEach(f -> terminal.out().println(format.json() ? json(f) : f.toString()));
    if (!format.json()) {
      terminal.out().println(summary(reading));
    }
    terminal.out().flush();
    return reading.faultCount() == 0 ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private String summary(RuleReading reading) {
    if (reading.ruleSet().isEmpty()) {
      return "'%s' has %d fault%s."
          .formatted(file, reading.faultCount(), reading.faultCount() == 1 ? "" : "s");
    }
    RuleSet rules = reading.ruleSet().get();
    return "'%s' is well: %s from %s, %d categories, %d statements, languages %s."
        .formatted(
            file,
            rules.key(),
            rules.effectiveFrom(),
            rules.categories().size(),
            rules.statements().size(),
            String.join(", ", new TreeSet<>(rules.signals().keySet())));
  }

  private static String json(RuleFault fault) {
    return JsonObject.of(
        json -> {
          json.writeNumberField("line", fault.line());
          json.writeStringField("place", fault.place());
          json.writeStringField("message", fault.message());
        });
  }
}
