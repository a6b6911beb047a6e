package io.clausestream.cli.alerts;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.WaitOptions;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream alerts retract}. */
@Command(
    name = "retract",
    description = {
      "Says that a change was told wrongly: all its alerts are taken back.",
      "Waits until the running engine has done so. Ends with 1 when it refuses or does not answer"
          + " in time. Changes of the last 7 days can be taken back, once."
    })
final class AlertsRetract implements Callable<Integer> {

  /** An engine that has nothing to take back says nothing, so this is long enough to be refused. */
  private static final int SILENCE_SECONDS = 15;

  @Parameters(
      paramLabel = "CHANGE_OR_ALERT_ID",
      description = "Id of the change, or of one of its alerts.")
  private String id;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "What was wrong, in one sentence, for those who were told.")
  private String reason;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so; kept with it.")
  private @Nullable String by;

  @Mixin private WaitOptions wait;
  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    KafkaConnection connection = broker.connect(TopicCatalogue.ALERT_CORRECTIONS);
    PageChange change = FoundAlerts.change(connection, id);
    int told = FoundAlerts.of(connection, alert -> isOf(alert, change.getChangeId())).byId().size();
    AlertCorrection correction =
        AlertCorrection.newBuilder()
            .setCorrectionId(UUID.randomUUID().toString())
            .setPlatform(change.getPlatform())
            .setChangeId(change.getChangeId())
            .setReason(reason)
            .setRequestedAt(InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS))
            .setRequestedBy(by)
            .build();
    try (CorrectionAnswers answers = new CorrectionAnswers(connection)) {
      CorrectionAnswers.send(connection, correction);
      int patience = told == 0 ? Math.min(wait.seconds(), SILENCE_SECONDS) : wait.seconds();
      answers.await(correction, told, Duration.ofSeconds(patience), InstantSource.system());
      return tell(correction, told, answers);
    }
  }

  private static boolean isOf(Alert alert, String changeId) {
    return alert.getRetracts() == null && alert.getChange().getChangeId().equals(changeId);
  }

  private int tell(AlertCorrection correction, int told, CorrectionAnswers answers) {
    Terminal terminal = Terminal.of(spec);
    Refusal refusal = answers.refusal();
    boolean done = refusal == null && answers.takenBack() >= told;
    if (format.json()) {
      terminal.out().println(json(correction, told, answers));
    } else if (refusal != null) {
      terminal.out().printf("refused %s  %s%n", refusal.getReason(), refusal.getDetail());
    } else if (told == 0) {
      terminal
          .out()
          .printf(
              "corrected %s  nobody had been alerted; digests that are still to come say so%n",
              correction.getChangeId());
    } else if (done) {
      terminal.out().printf("corrected %s  %d alerts taken back%n", correction.getChangeId(), told);
    } else {
      terminal
          .err()
          .printf(
              "clausestream: %d of %d alerts of %s were taken back in %d s; the correction stands:"
                  + " see 'clausestream alerts list' once the engine runs.%n",
              answers.takenBack(), told, correction.getChangeId(), wait.seconds());
      terminal.err().flush();
    }
    terminal.out().flush();
    return done ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private static String json(AlertCorrection correction, int told, CorrectionAnswers answers) {
    Refusal refusal = answers.refusal();
    return JsonObject.of(
        json -> {
          json.writeStringField("correctionId", correction.getCorrectionId());
          json.writeStringField("changeId", correction.getChangeId());
          json.writeNumberField("alerts", told);
          json.writeNumberField("takenBack", answers.takenBack());
          JsonObject.text(json, "refused", refusal == null ? null : refusal.getReason());
          JsonObject.text(json, "detail", refusal == null ? null : refusal.getDetail());
        });
  }
}
