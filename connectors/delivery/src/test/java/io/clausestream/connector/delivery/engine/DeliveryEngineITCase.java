package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.MessageKind;
import io.clausestream.schema.SubscriptionState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeliveryEngineITCase {

  private static final String HOOK = "https://hook.quillstead.example/a";
  private static final Clock NOON = Clock.fixed(Instants.MONDAY_1200, ZoneOffset.UTC);

  private final DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());

  @Test
  void deliversAlertsAndDigestsAndRecordsThem() {
    rig.send(Samples.subscription("you", 1, Samples.webhook(HOOK)));
    rig.send(Samples.alert("a1", "you", Instants.MONDAY_0600));
    rig.send(Samples.digest("d1", "you", Instants.MONDAY_0600));
    ScriptedChannel channel = ScriptedChannel.takingAll();

    try (DeliveryEngine engine = rig.start(rig.settings(), channel, NOON)) {
      DeliveryRig.await("two outcomes", () -> rig.outcomes().size() == 2);
      assertThat(engine.isHealthy()).isTrue();
    }

    assertThat(channel.delivered()).containsExactlyInAnyOrder("a1@" + HOOK, "d1@" + HOOK);
    assertThat(channel.recipients().get(0))
        .isEqualTo(new Recipient("you", Locale.GERMAN, ZoneId.of("Europe/Berlin")));
    DeliveryOutcome alert =
        rig.outcomes().stream()
            .filter(o -> o.getMessage() == MessageKind.ALERT)
            .findFirst()
            .orElseThrow();
    assertThat(alert.getStatus()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(alert.getDeliveryId()).isEqualTo(DeliveryId.of("a1", Samples.webhook(HOOK)));
    assertThat(alert.getAttempts()).isOne();
    assertThat(alert.getFetchedAt()).isEqualTo(Instants.MONDAY_0600);
    assertThat(alert.getDecidedAt()).isEqualTo(Instants.MONDAY_1200);
    assertThat(alert.getTopic()).isEqualTo(rig.topics().alerts());
    assertThat(rig.waiting()).isEmpty();
  }

  @Test
  void whatIsRecordedIsNotSentAgainByTheNextEngine() {
    rig.send(Samples.subscription("you", 1, Samples.webhook(HOOK)));
    rig.send(Samples.alert("a1", "you", Instants.MONDAY_0600));
    ScriptedChannel channel = ScriptedChannel.takingAll();
    try (DeliveryEngine first = rig.start(rig.settings(), channel, NOON)) {
      DeliveryRig.await("an outcome", () -> rig.outcomes().size() == 1);
      assertThat(first.isHealthy()).isTrue();
    }

    rig.send(Samples.alert("a2", "you", Instants.MONDAY_0600));
    try (DeliveryEngine second = rig.start(rig.settings(), channel, NOON)) {
      DeliveryRig.await("another outcome", () -> rig.outcomes().size() == 2);
      assertThat(second.isHealthy()).isTrue();
    }

    assertThat(channel.delivered()).containsExactly("a1@" + HOOK, "a2@" + HOOK);
  }

  @Test
  void sendsToTheChannelsInForceAndToNobodyWhoCancelledOrIsUnknown() {
    String other = "https://hook.other.example/b";
    rig.send(
        Samples.subscription("moved", 2, Samples.webhook(other)),
        Samples.subscription("moved", 1, Samples.webhook(HOOK)),
        Samples.subscription("paused", 3, SubscriptionState.PAUSED, Samples.webhook(HOOK)),
        Samples.subscription("cancelled", 4, SubscriptionState.CANCELLED, Samples.webhook(HOOK)),
        Samples.subscription("forgotten", 5, Samples.webhook(HOOK)),
        Samples.subscription("silent", 6),
        Samples.subscription("two", 7, Samples.webhook(HOOK), Samples.webhook(other)));
    rig.forget("forgotten");
    for (String subscriber :
        List.of("moved", "paused", "cancelled", "forgotten", "silent", "unknown", "two")) {
      rig.send(Samples.alert("to-" + subscriber, subscriber, Instants.MONDAY_0600));
    }
    ScriptedChannel channel = ScriptedChannel.takingAll();

    try (DeliveryEngine engine = rig.start(rig.settings(), channel, NOON)) {
      DeliveryRig.await("four outcomes", () -> rig.outcomes().size() == 4);
      rig.send(Samples.subscription("late", 8, Samples.webhook(HOOK)));
      rig.send(Samples.alert("to-late", "late", Instants.MONDAY_0600));
      DeliveryRig.await("the fifth", () -> rig.outcomes().size() == 5);
      assertThat(engine.isHealthy()).isTrue();
    }

    assertThat(channel.delivered())
        .containsExactlyInAnyOrder(
            "to-moved@" + other,
            "to-paused@" + HOOK,
            "to-two@" + HOOK,
            "to-two@" + other,
            "to-late@" + HOOK);
  }

  @Test
  void saysWhichTopicsAreMissing() {
    EngineTopics topics = rig.topics();
    EngineTopics wrong =
        new EngineTopics(
            topics.alerts(),
            "nowhere",
            topics.subscriptions(),
            topics.deliveries(),
            "nothing",
            topics.lateAlerts());
    assertThatThrownBy(
            () ->
                rig.start(rig.settings().withTopics(wrong), ScriptedChannel.takingAll(), NOON)
                    .close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("nowhere, nothing. Create them with './clausestream topics create'.");
  }

  @Test
  void aSecondEngineOfTheSameNameEndsTheFirst() {
    ScriptedChannel channel = ScriptedChannel.takingAll();
    rig.send(Samples.subscription("you", 1, Samples.webhook(HOOK)));
    rig.send(Samples.alert("a1", "you", Instants.MONDAY_0600));
    try (DeliveryEngine first = rig.start(rig.settings(), channel, NOON)) {
      DeliveryRig.await("an outcome", () -> rig.outcomes().size() == 1);
      try (DeliveryEngine second = rig.start(rig.settings(), channel, NOON)) {
        DeliveryRig.await("the first to end", () -> !first.isHealthy());
        assertThat(first.failure().orElseThrow()).hasMessageContaining("same instance name");
        rig.send(Samples.alert("a2", "you", Instants.MONDAY_0600));
        DeliveryRig.await("the second's outcome", () -> rig.outcomes().size() == 2);
        assertThat(second.isHealthy()).isTrue();
      }
    }
  }

  @Test
  void givesUpWhatNoChannelServes() {
    rig.send(
        Samples.subscription(
            "you", 1, Samples.channel(io.clausestream.schema.ChannelKind.FEED, "")));
    rig.send(Samples.alert("a1", "you", Instants.MONDAY_0600));
    try (DeliveryEngine engine = rig.start(rig.settings(), ScriptedChannel.takingAll(), NOON)) {
      DeliveryRig.await("an outcome", () -> rig.outcomes().size() == 1);
      assertThat(engine.isHealthy()).isTrue();
    }
    assertThat(rig.outcomes().get(0).getStatus()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(rig.outcomes().get(0).getReason()).isEqualTo("NO_CHANNEL");
    assertThat(Duration.between(Instants.MONDAY_1200, rig.outcomes().get(0).getDecidedAt()))
        .isZero();
  }
}
