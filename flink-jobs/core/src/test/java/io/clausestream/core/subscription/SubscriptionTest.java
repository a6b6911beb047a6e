package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.change.DetectorHarness;
import io.clausestream.core.severity.PageChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                validFrom: 1970-01-01T00:00:00Z
              - subscriber: other-platform
                platforms: [Elsewhere]
                validFrom: 1970-01-01T00:00:00Z
              - subscriber: exact
                platforms: [Elsewhere, Example]
                categories: [data-sharing]
                minimumSeverity: high
                validFrom: 1970-01-01T00:00:00Z
              - subscriber: from-that-instant
                platforms: [Example]
                validFrom: 2026-03-02T12:00:00Z
              - subscriber: too-late
                platforms: [Example]
                validFrom: 2026-03-02T12:00:01Z
              - subscriber: other-category
                platforms: [Example]
                categories: [governing-law]
                validFrom: 1970-01-01T00:00:00Z
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

  private static boolean hears(Subscription subscription, PageChange change) {
    return subscription.matches(ChangeFacts.of(change), change.detectedAt());
  }

  private static String entry(String subscriber, String severity) {
    return ("subscriptions: [{subscriber: %s, platforms: ['*'], minimumSeverity: %s,"
            + " validFrom: 1970-01-01T00:00:00Z}]")
        .formatted(subscriber, severity);
  }

  private static List<Subscription> parse(String yaml) {
    SubscriptionAdmission admission = new SubscriptionAdmission(Plans.shipped());
    Instant later = CHANGE.detectedAt().plus(Duration.ofDays(1));
    return SubscriptionFile.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .stream()
        .map(request -> admission.decide(request, later).admitted().orElseThrow())
        .toList();
  }
}
