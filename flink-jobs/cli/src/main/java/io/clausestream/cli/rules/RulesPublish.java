package io.clausestream.cli.rules;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.Answers;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.RequestSender;
import io.clausestream.cli.broker.WaitOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.rulefile.RuleFiles;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream rules publish}: asks a running engine for a version. */
@Command(
    name = "publish",
    description = {
      "Checks a file of rules, asks the running engine for it, and tells its answer.",
      "Fetches from the file's effectiveFrom on are assessed by it, without a restart; that must be"
          + " a while ahead (10 minutes unless set otherwise). Ends with 1 when the engine refuses"
          + " it or does not answer in time."
    })
final class RulesPublish implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file, as rules.md in the docs tells.")
  private Path file;

  @Option(names = "--by", paramLabel = "NAME", description = "Who asks; kept with the version.")
  private @Nullable String by;

  @Mixin private WaitOptions wait;
  @Mixin private BrokerOptions broker;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleSet rules = RuleFiles.rules(file);
    KafkaConnection connection = broker.connect(TopicCatalogue.RULE_REQUESTS);
    Terminal terminal = Terminal.of(spec);
    Optional<Rule> known =
        AdmittedRules.of(connection).stream()
            .filter(rule -> AdmittedRules.key(rule).equals(rules.key()))
            .filter(rule -> rule.getDigest().equals(rules.digest()))
            .findFirst();
    int code = known.isPresent() ? known(terminal, known.get()) : ask(terminal, connection, rules);
    terminal.out().flush();
    return code;
  }

  private static int known(Terminal terminal, Rule rule) {
    terminal
        .out()
        .printf(
            "%s was admitted before, at %s; it holds from %s.%n",
            AdmittedRules.key(rule), rule.getAdmittedAt(), rule.getEffectiveFrom());
    return ExitCode.OK;
  }

  private int ask(Terminal terminal, KafkaConnection connection, RuleSet rules) {
    RuleRequest request =
        RuleRequest.newBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .setRuleSetId(rules.id())
            .setVersion(rules.version())
            .setEffectiveFrom(rules.effectiveFrom())
            .setText(RuleFiles.text(file))
            .setRequestedAt(InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS))
            .setRequestedBy(by)
            .build();
    try (Answers<Rule> answers =
        new Answers<>(connection, TopicCatalogue.RULES, Rule.class, Rule::getRequestId)) {
      RequestSender.send(connection, List.of(RuleRequests.record(request)));
      return answers
          .await(request.getRequestId(), wait.patience(), InstantSource.system())
          .map(answer -> tell(terminal, answer))
          .orElseGet(() -> silence(terminal, rules));
    }
  }

  private static int tell(Terminal terminal, Answers.Answer<Rule> answer) {
    answer
        .refusal()
        .ifPresent(
            refusal ->
                terminal
                    .out()
                    .printf("refused %s  %s%n", refusal.getReason(), refusal.getDetail()));
    answer
        .admitted()
        .ifPresent(
            rule ->
                terminal
                    .out()
                    .printf(
                        "admitted %s  fetches from %s on are assessed by it%n",
                        AdmittedRules.key(rule), rule.getEffectiveFrom()));
    return answer.refusal().isPresent() ? ExitCode.DIFFERS : ExitCode.OK;
  }

  private int silence(Terminal terminal, RuleSet rules) {
    terminal
        .err()
        .printf(
            "clausestream: the engine did not answer on %s in %d s; the request stands: see"
                + " 'clausestream rules list' once the engine runs.%n",
            rules.key(), wait.seconds());
    terminal.err().flush();
    return ExitCode.DIFFERS;
  }
}
