package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.engine.DeliveryState.Status;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.LateStage;
import io.clausestream.schema.SubscriptionState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RetriesITCase {

  private static final String HOOK = "https://hook.quillstead.example/a";
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofHours(24),
          5,
          Duration.ofDays(3));

  private final DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());
  private final EngineSettings quick = rig.settings().withRetry(QUICK);
  private final MovableClock clock = new MovableClock(Instants.MONDAY_1200);

  @Test
  void triesAgainUntilItIsDelivered() {
    alertTo("you", "a1");
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                attempt < 3 ? ScriptedChannel.busy() : new SendResult.Delivered());

    try (DeliveryEngine engine = rig.start(quick, channel, Clock.systemUTC())) {
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }

    assertThat(last(DeliveryStatus.DELIVERED).getAttempts()).isEqualTo(3);
    assertThat(channel.attempts("a1", HOOK)).isEqualTo(3);
    assertThat(rig.waiting()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheOtherSideAsksFor() {
    alertTo("you", "a1");
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                attempt == 1
                    ? new SendResult.Retry(
                        "HTTP_STATUS", "The server answered 429.", Optional.of(Duration.ofHours(2)))
                    : new SendResult.Delivered());

    try (DeliveryEngine engine = rig.start(quick, channel, clock)) {
      DeliveryRig.await("it to wait", () -> !rig.waiting().isEmpty());
      DeliveryRetry waiting = rig.waiting().values().iterator().next();
      assertThat(waiting.getNotBefore()).isEqualTo(Instants.MONDAY_1200.plus(Duration.ofHours(2)));
      assertThat(waiting.getAttempts()).isOne();
      clock.move(Duration.ofHours(2).minusMillis(1));
      // Another one passes meanwhile, so the engine has turned with that time.
      rig.send(Samples.alert("a2", "you", Instants.MONDAY_0600));
      DeliveryRig.await("the other's first attempt", () -> rig.waiting().size() == 2);
      assertThat(channel.attempts("a1", HOOK)).isOne();
      clock.move(Duration.ofMillis(1));
      DeliveryRig.await("a1", () -> rig.ids(DeliveryStatus.DELIVERED).contains("a1"));
      assertThat(engine.isHealthy()).isTrue();
    }
  }

  @Test
  void givesUpAfterTheLastAttemptAndSendsAgainWhenAsked() {
    alertTo("you", "a1");
    AtomicBoolean repaired = new AtomicBoolean();
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                repaired.get() ? new SendResult.Delivered() : ScriptedChannel.busy());
    try (DeliveryEngine engine = rig.start(quick, channel, Clock.systemUTC())) {
      DeliveryRig.await("a failure", () -> rig.ids(DeliveryStatus.FAILED).size() == 1);
      DeliveryOutcome failed = last(DeliveryStatus.FAILED);
      assertThat(failed.getAttempts()).isEqualTo(5);
      assertThat(failed.getReason()).isEqualTo("HTTP_STATUS");
      assertThat(failed.getDetail())
          .isEqualTo("The server answered 503. Given up after 5 attempts.");
      assertThat(rig.waiting()).isEmpty();
      assertThat(states()).extracting(DeliveryState::status).containsExactly(Status.FAILED);

      repaired.set(true);
      assertThat(redriver().redrive(DeliveryFilter.ids(Set.of("nobody's")))).isEmpty();
      assertThat(redriver().redrive(DeliveryFilter.ids(Set.of(failed.getDeliveryId())))).hasSize(1);
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(last(DeliveryStatus.DELIVERED).getAttempts()).isOne();
    assertThat(last(DeliveryStatus.DELIVERED).getDeliveryId())
        .isEqualTo(last(DeliveryStatus.FAILED).getDeliveryId());
    assertThat(states()).extracting(DeliveryState::status).containsExactly(Status.DELIVERED);
    assertThat(redriver().redrive(DeliveryFilter.all())).isEmpty();
  }

  @Test
  void aRedrivenDeliveryFollowsItsSubscriberToANewTarget() {
    alertTo("you", "a1");
    String corrected = "https://hook.quillstead.example/corrected";
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                target.equals(corrected)
                    ? new SendResult.Delivered()
                    : new SendResult.Failed("HTTP_STATUS", "The server answered 410."));
    try (DeliveryEngine engine = rig.start(quick, channel, Clock.systemUTC())) {
      DeliveryRig.await("a failure", () -> rig.ids(DeliveryStatus.FAILED).size() == 1);
      assertThat(last(DeliveryStatus.FAILED).getAttempts()).isOne();
      rig.send(Samples.subscription("you", 2, Samples.webhook(corrected)));
      redriver().redrive(DeliveryFilter.of("you"));
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(channel.delivered()).containsExactly("a1@" + corrected);
  }

  @Test
  void givesUpWhatIsTooOldAlsoWhileItsTargetRests() {
    alertTo("you", "a1");
    ScriptedChannel channel = new ScriptedChannel((id, target, attempt) -> ScriptedChannel.busy());
    EngineSettings patient =
        rig.settings()
            .withCircuit(new CircuitPolicy(1, 50, Duration.ofDays(30)))
            .withRetry(
                new RetryPolicy(
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    999,
                    Duration.ofDays(3)));
    try (DeliveryEngine engine = rig.start(patient, channel, clock)) {
      DeliveryRig.await("it to wait", () -> !rig.waiting().isEmpty());
      clock.move(Duration.ofDays(2));
      // Its target rests, so this one waits without an attempt.
      rig.send(Samples.alert("a2", "you", Instants.MONDAY_0600));
      DeliveryRig.await("both to wait", () -> rig.waiting().size() == 2);
      clock.move(Duration.ofDays(1));
      DeliveryRig.await("a failure", () -> rig.ids(DeliveryStatus.FAILED).equals(List.of("a1")));
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(channel.attempts("a1", HOOK)).isOne();
    assertThat(channel.attempts("a2", HOOK)).isZero();
    assertThat(rig.waiting().values())
        .singleElement()
        .satisfies(w -> assertThat(w.getAttempts()).isZero());
    assertThat(last(DeliveryStatus.FAILED).getDetail()).contains("after PT72H and 1 attempts");
  }

  @Test
  void tellsOnceThatADeliveryIsLateAndGoesOn() {
    alertTo("you", "a1");
    AtomicBoolean repaired = new AtomicBoolean();
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                repaired.get() ? new SendResult.Delivered() : ScriptedChannel.busy());
    RetryPolicy hourly =
        new RetryPolicy(
            Duration.ofHours(40),
            Duration.ofHours(40),
            Duration.ofHours(40),
            99,
            Duration.ofDays(9));
    try (DeliveryEngine engine = rig.start(rig.settings().withRetry(hourly), channel, clock)) {
      DeliveryRig.await("it to wait", () -> !rig.waiting().isEmpty());
      assertThat(rig.outcomes()).isEmpty();
      clock.move(Duration.ofHours(18));
      DeliveryRig.await("that it is late", () -> rig.ids(DeliveryStatus.LATE).size() == 1);
      repaired.set(true);
      clock.move(Duration.ofHours(60));
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    DeliveryOutcome late = last(DeliveryStatus.LATE);
    assertThat(late.getDecidedAt()).isEqualTo(Instants.TUESDAY_0600);
    assertThat(late.getFetchedAt()).isEqualTo(Instants.MONDAY_0600);
    assertThat(rig.outcomes()).hasSize(2);
    assertThat(states().get(0).lateAt()).contains(Instants.TUESDAY_0600);
  }

  @Test
  void tellsThatADeliveryIsLateThatIsMadeTooLateAtOnce() {
    alertTo("you", "a1");
    clock.move(Duration.ofDays(2));
    try (DeliveryEngine engine = rig.start(quick, ScriptedChannel.takingAll(), clock)) {
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(rig.outcomes())
        .extracting(DeliveryOutcome::getStatus)
        .containsExactly(DeliveryStatus.LATE, DeliveryStatus.DELIVERED);
  }

  @Test
  void tellsThatAnAlertIsLateWhoseSubscriberHasNoChannel() {
    rig.send(Samples.subscription("topic-reader", 1));
    rig.send(Samples.subscription("gone", 2, SubscriptionState.CANCELLED));
    rig.send(Samples.alert("in-time", "topic-reader", Instants.MONDAY_1200));
    rig.send(Samples.alert("late", "topic-reader", Instants.MONDAY_0600));
    rig.send(Samples.alert("cancelled", "gone", Instants.MONDAY_0600));
    clock.move(Duration.ofHours(18));
    for (int run = 0; run < 2; run++) {
      try (DeliveryEngine engine = rig.start(quick, ScriptedChannel.takingAll(), clock)) {
        DeliveryRig.await("that it is late", () -> !rig.lateAlerts().isEmpty());
        assertThat(engine.isHealthy()).isTrue();
      }
    }
    assertThat(rig.lateAlerts())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.getAlertId()).isEqualTo("late");
              assertThat(late.getSubscriberId()).isEqualTo("topic-reader");
              assertThat(late.getStage()).isEqualTo(LateStage.DELIVERY);
              assertThat(late.getFetchedAt()).isEqualTo(Instants.MONDAY_0600);
              assertThat(late.getToldAt()).isEqualTo(Instants.TUESDAY_0600);
              assertThat(Duration.ofMillis(late.getObjectiveMillis()))
                  .isEqualTo(Duration.ofDays(1));
            });
    assertThat(rig.outcomes()).isEmpty();
  }

  @Test
  void theNextEngineGoesOnWithWhatWaits() {
    alertTo("you", "a1");
    ScriptedChannel channel =
        new ScriptedChannel(
            (id, target, attempt) ->
                attempt == 1 ? ScriptedChannel.busy() : new SendResult.Delivered());
    RetryPolicy hourly =
        new RetryPolicy(
            Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 99, Duration.ofDays(9));
    try (DeliveryEngine first = rig.start(rig.settings().withRetry(hourly), channel, clock)) {
      DeliveryRig.await("it to wait", () -> !rig.waiting().isEmpty());
      assertThat(first.isHealthy()).isTrue();
    }
    clock.move(Duration.ofHours(1));
    try (DeliveryEngine second = rig.start(rig.settings().withRetry(hourly), channel, clock)) {
      DeliveryRig.await("a delivery", () -> rig.ids(DeliveryStatus.DELIVERED).size() == 1);
      assertThat(second.isHealthy()).isTrue();
    }
    assertThat(last(DeliveryStatus.DELIVERED).getAttempts()).isEqualTo(2);
  }

  @Test
  void givesUpWhatWaitsForASubscriberWhoIsForgotten() {
    alertTo("you", "a1");
    ScriptedChannel channel = new ScriptedChannel((id, target, attempt) -> ScriptedChannel.busy());
    RetryPolicy hourly =
        new RetryPolicy(
            Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 99, Duration.ofDays(9));
    try (DeliveryEngine engine = rig.start(rig.settings().withRetry(hourly), channel, clock)) {
      DeliveryRig.await("it to wait", () -> !rig.waiting().isEmpty());
      rig.forget("you");
      clock.move(Duration.ofHours(1));
      DeliveryRig.await("a failure", () -> rig.ids(DeliveryStatus.FAILED).size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(last(DeliveryStatus.FAILED).getReason()).isEqualTo("NO_CHANNEL");
    assertThat(rig.waiting()).isEmpty();
  }

  private void alertTo(String subscriber, String alertId) {
    rig.send(Samples.subscription(subscriber, 1, Samples.webhook(HOOK)));
    rig.send(Samples.alert(alertId, subscriber, Instants.MONDAY_0600));
  }

  private DeliveryOutcome last(DeliveryStatus status) {
    return rig.outcomes().stream()
        .filter(o -> o.getStatus() == status)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private List<DeliveryState> states() {
    return DeliveryLog.read(rig.connection(), rig.topics(), DeliveryFilter.all());
  }

  private DeliveryRedriver redriver() {
    return new DeliveryRedriver(rig.connection(), rig.topics(), Clock.systemUTC());
  }
}
