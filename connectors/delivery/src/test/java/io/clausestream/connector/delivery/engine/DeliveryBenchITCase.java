package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.Alert;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast deliveries are made when targets are, and what one that waits takes in memory. */
@Tag("bench")
class DeliveryBenchITCase {

  private static final int ALERTS = 10_000;
  private static final int TARGETS = 200;
  private static final int WAITING = 1_000_000;

  @Test
  void deliveriesASecond() {
    DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());
    rig.send(
        IntStream.range(0, TARGETS)
            .mapToObj(
                i ->
                    Samples.subscription(
                        "s" + i, i, Samples.webhook("https://t" + i + ".example/")))
            .toArray(Subscription[]::new));
    rig.send(
        IntStream.range(0, ALERTS)
            .mapToObj(i -> Samples.alert("a" + i, "s" + i % TARGETS, Instants.MONDAY_0600))
            .toArray(Alert[]::new));
    ScriptedChannel channel = ScriptedChannel.takingAll();
    long begin = System.nanoTime();
    try (DeliveryEngine engine = rig.start(rig.settings(), channel, Clock.systemUTC())) {
      DeliveryRig.await("all", () -> channel.delivered().size() >= ALERTS);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.println(
          "%d deliveries to %d targets: %.0f a second"
              .formatted(ALERTS, TARGETS, ALERTS / seconds));
      DeliveryRig.await("all recorded", () -> rig.ids(DeliveryStatus.DELIVERED).size() == ALERTS);
      assertThat(engine.isHealthy()).isTrue();
    }
  }

  @Test
  void bytesOfADeliveryThatWaits() {
    // One target may have half of the places.
    RetrySchedule schedule =
        new RetrySchedule(Duration.ofDays(3), new WaitingRoom(2 * WAITING + 1), entry -> "target");
    long before = usedBytes();
    for (int i = 0; i < WAITING; i++) {
      String id = "%032x".formatted(i);
      schedule.apply(0, i, id, retry(id, i));
    }
    long each = (usedBytes() - before) / WAITING;
    System.out.println("%d deliveries wait: %d bytes each".formatted(schedule.size(), each));
    assertThat(schedule.takeDue(Instants.TUESDAY_0600, 9)).hasSize(9);
  }

  private static DeliveryRetry retry(String id, int number) {
    return DeliveryRetry.newBuilder()
        .setDeliveryId(id)
        .setMessageId(id)
        .setSubscriberId("subscriber-" + number % 100_000)
        .setChannel(ChannelKind.WEBHOOK)
        .setTopic("alerts")
        .setPartition(0)
        .setOffset(number)
        .setAttempts(1)
        .setFirstAttemptAt(Instants.MONDAY_0600)
        .setNotBefore(Instants.MONDAY_0600.plusMillis(number))
        .setReason("HTTP_STATUS")
        .build();
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
