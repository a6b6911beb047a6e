package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.SamplePages;
import io.clausestream.core.alert.Alert;
import io.clausestream.core.change.DetectorHarness;
import io.clausestream.core.severity.PageChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

  private static final PageChange CHANGE =
      new DetectorHarness()
          .fetch(0, SamplePages.POLICY)
          .fetch(
              6,
              SamplePages.POLICY.replace(
                  "We share data with:",
                  "We may sell your data to brokers, and we share data with:"))
          .changes()
          .get(0);

  @Test
  void aChangeOfARealShapedPageReachesThoseWhoWatchItAndNobodyElse() {
    List<Subscription> all =
        parse(
            """
            subscriptions:
              - subscriber: everything
                platforms: ["*"]
              - subscriber: other-platform
                platforms: [Elsewhere]
              - subscriber: exact
                platforms: [Elsewhere, Example]
                categories: [data-sharing]
                minimumSeverity: high
              - subscriber: from-that-instant
                platforms: [Example]
                validFrom: 2026-03-02T12:00:00Z
              - subscriber: too-late
                platforms: [Example]
                validFrom: 2026-03-02T12:00:01Z
              - subscriber: other-category
                platforms: [Example]
                categories: [governing-law]
            """);

    assertThat(all.stream().filter(s -> hears(s, CHANGE)).map(Subscription::subscriberId))
        .containsExactly("everything", "exact", "from-that-instant");
  }

  @Test
  void lessSevereChangesAreLeftOut() {
    PageChange low =
        new DetectorHarness()
            .fetch(0, SamplePages.POLICY)
            .fetch(6, SamplePages.POLICY.replace("of people", "of readers"))
            .changes()
            .get(0);

    assertThat(hears(parse(entry("s", "medium")).get(0), low)).isFalse();
    assertThat(hears(parse(entry("s", "low")).get(0), low)).isTrue();
  }

  @Test
  void anAlertHasOneIdPerChangeAndSubscriber() {
    Subscription one = parse(entry("one", "low")).get(0);
    Subscription two = parse(entry("two", "low")).get(0);

    assertThat(Alert.of(CHANGE, one)).isEqualTo(Alert.of(CHANGE, one));
    assertThat(Alert.of(CHANGE, one).alertId())
        .isNotEqualTo(Alert.of(CHANGE, two).alertId())
        .isNotEqualTo(CHANGE.changeId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1                                                                    | 'subscriptions'",
        "subscriptions: [{platforms: [A]}]                                       | no 'subscriber'",
        "subscriptions: [{subscriber: a}]                                        | no 'platforms'",
        "subscriptions: [{subscriber: a, platforms: A}]                          | must be a list",
        "subscriptions: [{subscriber: a, platforms: [A], minimumSeverity: x}]    | low, medium or high",
        "subscriptions: [{subscriber: a, platforms: [A], category: [liability]}] | key 'category'",
        "subscriptions: [{subscriber: a, platforms: [A], categories: [liablty]}] | category 'liablty'",
        "subscriptions: [{subscriber: a, platforms: [A], validFrom: monday}]     | 2026-03-02T06:00:00Z",
        "subscriptions: [{subscriber: a, platforms: [A]}, {subscriber: a, platforms: [B]}] | twice",
      })
  void aWrongFileNamesTheEntryAndTheFault(String yaml, String message) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static boolean hears(Subscription subscription, PageChange change) {
    return subscription.matches(ChangeFacts.of(change), change.detectedAt());
  }

  private static String entry(String subscriber, String severity) {
    return "subscriptions: [{subscriber: %s, platforms: ['*'], minimumSeverity: %s}]"
        .formatted(subscriber, severity);
  }

  private static List<Subscription> parse(String yaml) {
    return SubscriptionFile.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
