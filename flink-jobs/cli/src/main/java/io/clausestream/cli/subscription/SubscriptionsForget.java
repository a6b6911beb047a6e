package io.clausestream.cli.subscription;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.RequestSender;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream subscriptions forget}: deletes what is kept of a subscriber. */
@Command(
    name = "forget",
    description = {
      "Deletes the terms of a subscriber, with all addresses in them, and tells nothing more.",
      "They are gone from the topics when these were compacted; subscriptions.md in the docs tells"
          + " by when, and what is kept under the subscriber's id."
    })
final class SubscriptionsForget implements Callable<Integer> {

  @Parameters(paramLabel = "SUBSCRIBER", description = "Id of the subscriber.")
  private String subscriber;

  @Mixin private AskOptions ask;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    KafkaConnection connection = ask.connect();
    Terminal terminal = Terminal.of(spec);
    Set<String> forgotten = new HashSet<>();
    AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    try (TopicReader<Subscription> subscriptions =
            TopicReader.fromEnd(connection, TopicCatalogue.SUBSCRIPTIONS, Subscription.class)
                .hearing(forgotten::add);
        TopicReader<Refusal> refusals =
            TopicReader.fromEnd(connection, TopicCatalogue.REFUSALS, Refusal.class)) {
      RecordMetadata place =
          RequestSender.send(
                  connection, List.of(SubscriptionRequests.forget(subscriber, ask.now())))
              .get(0);
      Instant giveUp = ask.now().plus(ask.patience());
      while (!forgotten.contains(subscriber)
          && refusal.get() == null
          && ask.now().isBefore(giveUp)) {
        subscriptions.poll(subscription -> {});
        refusals.poll(found -> isAnswer(found, place).ifPresent(refusal::set));
      }
    }
    return tell(terminal, forgotten.contains(subscriber), refusal.get());
  }

  private static Optional<Refusal> isAnswer(Refusal refusal, RecordMetadata place) {
    return Optional.of(refusal)
        .filter(found -> found.getTopic().equals(place.topic()))
        .filter(found -> found.getPartition() == place.partition())
        .filter(found -> found.getOffset() == place.offset());
  }

  private int tell(Terminal terminal, boolean forgotten, @Nullable Refusal refusal) {
    if (refusal != null) {
      terminal
          .out()
          .println(ask.json() ? SubscriptionJson.of(refusal) : SubscriptionText.refused(refusal));
    } else if (forgotten) {
      (ask.json() ? List.of(json()) : text()).forEach(terminal.out()::println);
    } else {
      ask.silence(terminal, subscriber);
    }
    terminal.out().flush();
    return forgotten ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private List<String> text() {
    return List.of(
        "forgotten %s  nothing more is told".formatted(PlainText.safe(subscriber)),
        "  now         the terms, for the engine and for whoever delivers, and feeds and lines there",
        "  later       their bytes on %s, within %d days, and on %s, within %d days"
            .formatted(
                TopicCatalogue.SUBSCRIPTION_REQUESTS.name(),
                TopicCatalogue.SUBSCRIPTION_REQUESTS.maxCompactionLag().toDays(),
                TopicCatalogue.SUBSCRIPTIONS.name(),
                TopicCatalogue.SUBSCRIPTIONS.maxCompactionLag().toDays()),
        "  stays       alerts, digests, deliveries and refusals under the subscriber's id: see"
            + " subscriptions.md in the docs");
  }

  private String json() {
    return JsonObject.of(
        json -> {
          json.writeStringField("subscriberId", subscriber);
          json.writeBooleanField("forgotten", true);
        });
  }
}
