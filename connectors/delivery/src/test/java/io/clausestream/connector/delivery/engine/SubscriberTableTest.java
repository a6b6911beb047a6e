package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionState;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SubscriberTableTest {

  private static final String OLD = "https://old.example/";
  private static final String NEW = "https://new.example/";

  private final SubscriberTable table = new SubscriberTable();

  @Test
  void theTermsOfTheHigherOffsetAreInForceInWhateverOrderTheyCome() {
    table.apply("you", Samples.subscription("you", 5, Samples.webhook(NEW)));
    table.apply("you", Samples.subscription("you", 4, Samples.webhook(OLD)));
    assertThat(table.find("you").orElseThrow().channels()).containsExactly(Samples.webhook(NEW));
    table.apply("you", Samples.subscription("you", 5, Samples.webhook(OLD)));
    assertThat(table.find("you").orElseThrow().channels()).containsExactly(Samples.webhook(OLD));
  }

  @Test
  void whoIsForgottenIsUnknownUntilSubscribedAgain() {
    table.apply("you", Samples.subscription("you", 5, Samples.webhook(OLD)));
    table.apply("you", null);
    assertThat(table.find("you")).isEmpty();
    assertThat(table.size()).isZero();
    table.apply("you", Samples.subscription("you", 6, Samples.webhook(NEW)));
    assertThat(table.find("you")).isPresent();
  }

  @Test
  void knowsWhoCancelledAndWhoOnlyPaused() {
    table.apply("a", Samples.subscription("a", 1, SubscriptionState.CANCELLED));
    table.apply("b", Samples.subscription("b", 1, SubscriptionState.PAUSED));
    assertThat(table.find("a").orElseThrow().cancelled()).isTrue();
    assertThat(table.find("b").orElseThrow().cancelled()).isFalse();
  }

  @Test
  void aWrongTimeZoneIsUtc() {
    Subscription wrong = Samples.subscription("you", 1);
    wrong.getTerms().setTimeZone("Mars/Olympus");
    table.apply("you", wrong);
    assertThat(table.find("you").orElseThrow().recipient().timeZone()).isEqualTo(ZoneOffset.UTC);
  }
}
