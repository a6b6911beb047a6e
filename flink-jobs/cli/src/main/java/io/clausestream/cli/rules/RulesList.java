package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Columns;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.schema.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream rules list}: the versions that hold, and from when. */
@Command(
    name = "list",
    description = "Lists the shipped rules and the versions that were admitted, oldest first.")
final class RulesList implements Callable<Integer> {

  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Rule> rules = AdmittedRules.of(broker.connect(TopicCatalogue.RULES));
    Terminal terminal = Terminal.of(spec);
    (format.json() ? rules.stream().map(RulesList::json).toList() : table(rules))
        .forEach(terminal.out()::println);
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static List<String> table(List<Rule> rules) {
    RuleSet shipped = ShippedRules.get();
    Columns columns = new Columns("RULES", "HOLD FROM", "ADMITTED", "BY");
    columns.row(shipped.key(), "the beginning", AdmittedRules.SHIPPED, "");
    for (Rule rule : rules) {
      columns.row(
          AdmittedRules.key(rule),
          rule.getEffectiveFrom().toString(),
          rule.getAdmittedAt().toString(),
          rule.getRequestedBy() == null ? "" : rule.getRequestedBy());
    }
    return columns.lines();
  }

  private static String json(Rule rule) {
    return JsonObject.of(
        json -> {
          json.writeStringField("ruleSetId", rule.getRuleSetId());
          json.writeStringField("version", rule.getVersion());
          json.writeStringField("effectiveFrom", rule.getEffectiveFrom().toString());
          json.writeStringField("digest", rule.getDigest());
          json.writeStringField("admittedAt", rule.getAdmittedAt().toString());
          JsonObject.text(json, "requestedBy", rule.getRequestedBy());
        });
  }
}
