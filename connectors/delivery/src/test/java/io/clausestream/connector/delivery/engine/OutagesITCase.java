package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.Subscription;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutagesITCase {

  private static final int TARGETS = 10;
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofHours(1),
          99,
          Duration.ofDays(3));

  /** Failures of the channel are at random here and say nothing of its target. */
  private static EngineSettings quick(DeliveryRig rig) {
    return rig.settings()
        .withRetry(QUICK)
        .withCircuit(new CircuitPolicy(8, 100, Duration.ofSeconds(1)));
  }

  @Test
  void goesOnWhenTheBrokerIsStartedAgain(@TempDir Path folder) {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, OptionalInt.empty());
    KafkaConnection connection = broker.connection();
    DeliveryRig rig = DeliveryRig.on(connection);
    subscribe(rig);
    rig.send(alerts("before", 1_000));
    ScriptedChannel channel = slightlyFailing();
    try (DeliveryEngine engine = rig.start(quick(rig), channel, Clock.systemUTC())) {
      DeliveryRig.await("the middle", () -> channel.delivered().size() > 200);
      broker.close();
      broker = EmbeddedBroker.start(folder, OptionalInt.of(broker.port()));
      rig.send(alerts("after", 100));
      DeliveryRig.await(
          "all", () -> rig.ids(DeliveryStatus.DELIVERED).stream().distinct().count() == 1_100);
      assertThat(engine.isHealthy()).isTrue();
    } finally {
      broker.close();
    }
    int repeats = channel.delivered().size() - 1_100;
    assertThat(repeats).isBetween(0, rig.settings().limits().maxInFlight() - 1);
  }

  @Test
  void processesOfAGroupShareTheWorkAndTakeItOver() {
    DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());
    subscribe(rig);
    ScriptedChannel one = slightlyFailing();
    ScriptedChannel two = slightlyFailing();
    EngineSettings settings = quick(rig);
    rig.send(alerts("a", 500));
    try (DeliveryEngine first = rig.start(settings, one, Clock.systemUTC())) {
      DeliveryRig.await("the first to deliver", () -> one.delivered().size() > 50);
      EngineSettings other = settings.withGroup(settings.groupId(), "1");
      try (DeliveryEngine second = rig.start(other, two, Clock.systemUTC())) {
        DeliveryRig.await("the second to deliver", () -> feedUntil(rig, two));
        assertThat(second.isHealthy()).isTrue();
      }
      rig.send(alerts("c", 100));
      DeliveryRig.await("the last", () -> rig.ids(DeliveryStatus.DELIVERED).contains("c-99"));
      DeliveryRig.await("nothing to wait", () -> rig.waiting().isEmpty());
      assertThat(first.isHealthy()).isTrue();
    }
    assertThat(rig.ids(DeliveryStatus.DELIVERED)).doesNotHaveDuplicates();
    assertThat(rig.ids(DeliveryStatus.DELIVERED))
        .hasSize(one.delivered().size() + two.delivered().size());
  }

  private int fed;

  private boolean feedUntil(DeliveryRig rig, ScriptedChannel channel) {
    rig.send(Samples.alert("b-" + fed, "s" + fed % TARGETS, Instants.MONDAY_0600));
    fed++;
    return !channel.delivered().isEmpty();
  }

  private static ScriptedChannel slightlyFailing() {
    return new ScriptedChannel(
        (id, target, attempt) -> {
          LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
          return id.hashCode() % 10 == 0 && attempt == 1
              ? ScriptedChannel.busy()
              : new SendResult.Delivered();
        });
  }

  private static void subscribe(DeliveryRig rig) {
    rig.send(
        IntStream.range(0, TARGETS)
            .mapToObj(
                i ->
                    Samples.subscription(
                        "s" + i, i, Samples.webhook("https://t" + i + ".example/")))
            .toArray(Subscription[]::new));
  }

  private static Alert[] alerts(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Samples.alert(prefix + "-" + i, "s" + i % TARGETS, Instants.MONDAY_0600))
        .toArray(Alert[]::new);
  }
}
