package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsolationITCase {

  private static final String GOOD = "https://good.example/";
  private static final String BAD = "https://bad.example/";

  private final DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());

  @Test
  void aTargetThatHangsDelaysNoOther() {
    CountDownLatch freed = new CountDownLatch(1);
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) -> {
              if (target.equals(BAD)) {
                freed.await();
              }
              return new SendResult.Delivered();
            });
    rig.send(
        Samples.subscription("bad", 1, Samples.webhook(BAD)),
        Samples.subscription("good", 2, Samples.webhook(GOOD)),
        Samples.subscription("both", 3, Samples.webhook(BAD), Samples.webhook(GOOD)));
    rig.send(alerts("bad", 200));
    rig.send(alerts("good", 200));
    rig.send(alerts("both", 100));

    try (DeliveryEngine engine = rig.start(rig.settings(), channel, Clock.systemUTC())) {
      DeliveryRig.await("all others", () -> channel.delivered().size() == 300);
      DeliveryRig.await(
          "all others recorded", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 300);
      assertThat(channel.delivered()).allMatch(d -> d.endsWith("@" + GOOD));
      freed.countDown();
      DeliveryRig.await("the rest", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 600);
      assertThat(engine.isHealthy()).isTrue();
    }

    assertThat(channel.delivered()).hasSize(600).doesNotHaveDuplicates();
    assertThat(rig.waiting()).isEmpty();
  }

  @Test
  void manyTargetsThatHangAtOnceLeaveWorkersToTheOthers() {
    int hanging = 40;
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                target.startsWith(BAD) ? ScriptedChannel.hang() : new SendResult.Delivered());
    rig.send(
        IntStream.range(0, hanging)
            .mapToObj(i -> Samples.subscription("bad" + i, i, Samples.webhook(BAD + i)))
            .toArray(Subscription[]::new));
    rig.send(Samples.subscription("good", 99, Samples.webhook(GOOD)));
    rig.send(
        IntStream.range(0, hanging)
            .mapToObj(i -> Samples.alert("b" + i, "bad" + i, Instants.MONDAY_0600))
            .toArray(Alert[]::new));
    EngineSettings impatient =
        rig.settings()
            .withLimits(
                EngineLimits.defaults().withTimes(Duration.ofSeconds(3), Duration.ofMillis(100)));

    try (DeliveryEngine engine = rig.start(impatient, channel, Clock.systemUTC())) {
      // All workers hang once; from then on the suspects share half of them.
      DeliveryRig.await("all to have been tried", () -> tried(channel, hanging) == hanging);
      rig.send(alerts("good", 100));
      DeliveryRig.await("the others", () -> channel.delivered().size() == 100);
      assertThat(engine.isHealthy()).isTrue();
    }
  }

  @Test
  void whatHangsOrWaitsWhenAnEngineClosesIsSentByTheNextOneAtOnce() {
    ScriptedChannel hanging = new ScriptedChannel((id, target, attempt) -> ScriptedChannel.hang());
    rig.send(Samples.subscription("bad", 1, Samples.webhook(BAD)));
    rig.send(alerts("bad", 30));
    EngineSettings impatient =
        rig.settings()
            .withLimits(
                EngineLimits.defaults().withTimes(Duration.ofMinutes(2), Duration.ofMillis(100)));
    try (DeliveryEngine first = rig.start(impatient, hanging, Clock.systemUTC())) {
      DeliveryRig.await("two to hang", () -> attempts(hanging) == 2);
      assertThat(first.isHealthy()).isTrue();
    }
    assertThat(rig.waiting().values())
        .noneMatch(w -> w.getNotBefore().isAfter(Clock.systemUTC().instant()));

    ScriptedChannel channel = ScriptedChannel.takingAll();
    try (DeliveryEngine second = rig.start(rig.settings(), channel, Clock.systemUTC())) {
      DeliveryRig.await("all", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 30);
      assertThat(second.isHealthy()).isTrue();
    }
    assertThat(channel.delivered()).hasSize(30).doesNotHaveDuplicates();
    assertThat(rig.waiting()).isEmpty();
  }

  @Test
  void aTargetThatFailsRestsAndIsTriedAgainByItself() {
    CountDownLatch repaired = new CountDownLatch(1);
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                repaired.getCount() > 0 ? ScriptedChannel.busy() : new SendResult.Delivered());
    rig.send(Samples.subscription("bad", 1, Samples.webhook(BAD)));
    rig.send(alerts("bad", 100));
    MovableClock clock = new MovableClock(Instants.MONDAY_1200);

    try (DeliveryEngine engine = rig.start(rig.settings(), channel, clock)) {
      DeliveryRig.await("the circuit to open", () -> attempts(channel) >= 8);
      rig.send(Samples.alert("bad-100", "bad", Instants.MONDAY_0600));
      DeliveryRig.await("all to wait", () -> rig.waiting().size() == 101);
      // Eight calls, and what ran when the circuit opened.
      assertThat(attempts(channel)).isBetween(8L, 10L);
      repaired.countDown();
      clock.move(Duration.ofMinutes(10));
      DeliveryRig.await("all", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 101);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(rig.waiting()).isEmpty();
  }

  @Test
  void aDeadTargetForWhichMoreWaitsThanMemoryHoldsDelaysNoOther() {
    CountDownLatch repaired = new CountDownLatch(1);
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                target.equals(BAD) && repaired.getCount() > 0
                    ? ScriptedChannel.busy()
                    : new SendResult.Delivered());
    rig.send(Samples.subscription("bad", 1, Samples.webhook(BAD)));
    rig.send(alerts("bad", 300));
    MovableClock clock = new MovableClock(Instants.MONDAY_1200);
    EngineSettings few = rig.settings().withLimits(EngineLimits.defaults().withMostWaiting(120));

    try (DeliveryEngine engine = rig.start(few, channel, clock)) {
      DeliveryRig.await("all to wait", () -> rig.waiting().size() == 300);
      rig.send(Samples.subscription("good", 2, Samples.webhook(GOOD)));
      rig.send(alerts("good", 100));
      DeliveryRig.await("the others", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 100);
      assertThat(channel.delivered()).allMatch(d -> d.endsWith("@" + GOOD));
      repaired.countDown();
      clock.move(Duration.ofHours(5));
      DeliveryRig.await("the rest", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 400);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(channel.delivered()).hasSize(400).doesNotHaveDuplicates();
    assertThat(rig.waiting()).isEmpty();
  }

  private static long attempts(ScriptedChannel channel) {
    return IntStream.rangeClosed(0, 100).map(i -> channel.attempts("bad-" + i, BAD)).sum();
  }

  private static long tried(ScriptedChannel channel, int hanging) {
    return IntStream.range(0, hanging).filter(i -> channel.attempts("b" + i, BAD + i) > 0).count();
  }

  private static Alert[] alerts(String subscriber, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Samples.alert(subscriber + "-" + i, subscriber, Instants.MONDAY_0600))
        .toArray(Alert[]::new);
  }
}
