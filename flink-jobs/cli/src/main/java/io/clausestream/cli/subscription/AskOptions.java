package io.clausestream.cli.subscription;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.Answers;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.RequestSender;
import io.clausestream.cli.broker.WaitOptions;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the engine and tells its answers: what all commands share that change subscriptions. */
final class AskOptions {

  private static final InstantSource CLOCK = InstantSource.system();

  @Option(names = "--by", paramLabel = "NAME", description = "Who asks; kept with the terms.")
  private @Nullable String by;

  @Mixin private WaitOptions wait;
  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;

  KafkaConnection connect() {
    return broker.connect(TopicCatalogue.SUBSCRIPTION_REQUESTS);
  }

  Instant now() {
    return CLOCK.instant();
  }

  Duration patience() {
    return wait.patience();
  }

  @Nullable String by() {
    return by;
  }

  boolean json() {
    return format.json();
  }

  /** Asks, waits, tells; answers the exit code. */
  int ask(Terminal terminal, KafkaConnection connection, List<SubscriptionRequest> requests) {
    int code = ExitCode.OK;
    try (Answers<Subscription> answers =
        new Answers<>(
            connection,
            TopicCatalogue.SUBSCRIPTIONS,
            Subscription.class,
            Subscription::getRequestId)) {
      RequestSender.send(connection, requests.stream().map(SubscriptionRequests::record).toList());
      for (SubscriptionRequest request : requests) {
        boolean admitted =
            answers
                .await(request.getRequestId(), patience(), CLOCK)
                .map(answer -> tell(terminal, answer))
                .orElseGet(() -> silence(terminal, request.getSubscriberId()));
        code = admitted ? code : ExitCode.DIFFERS;
      }
    }
    return code;
  }

  private boolean tell(Terminal terminal, Answers.Answer<Subscription> answer) {
    answer
        .admitted()
        .map(s -> json() ? SubscriptionJson.of(s) : SubscriptionText.admitted(s))
        .ifPresent(terminal.out()::println);
    answer
        .refusal()
        .map(r -> json() ? SubscriptionJson.of(r) : SubscriptionText.refused(r))
        .ifPresent(terminal.out()::println);
    terminal.out().flush();
    return answer.refusal().isEmpty();
  }

  /** Says that nobody answered; false, as nothing is known to be admitted. */
  boolean silence(Terminal terminal, String subscriberId) {
    terminal
        .err()
        .printf(
            "clausestream: the engine did not answer on '%s' in %d s; the request stands: see"
                + " 'clausestream subscriptions list' once the engine runs.%n",
            subscriberId, wait.seconds());
    terminal.err().flush();
    return false;
  }
}
