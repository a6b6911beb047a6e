package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChannelTarget.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionFileTest {

  @Test
  void anEntryAsksForAllThatItNames() {
    SubscriptionRequest request =
        parse(
                """
                subscriptions:
                  - subscriber: ada
                    plan: compliance
                    platforms: [Marrowby, Quillstead]
                    documentTypes: [Privacy Policy]
                    categories: [data-sharing]
                    minimumSeverity: Medium
                    directions: [adverse]
                    provisionLevel: true
                    provisionIds: [p1]
                    channels:
                      - {kind: email, target: ada@example.com}
                      - {kind: json-lines}
                      - {kind: slack, secret: team-slack}
                    language: de
                    timeZone: Europe/Berlin
                    digest: false
                    digestDay: friday
                    digestHour: 17
                    validFrom: 2026-03-02T12:00:00Z
                """)
            .get(0);

    assertThat(request)
        .isEqualTo(
            new SubscriptionRequest(
                "ada",
                new RequestedTerms(
                    "compliance",
                    Terms.State.ACTIVE,
                    List.of("Marrowby", "Quillstead"),
                    List.of("Privacy Policy"),
                    List.of("data-sharing"),
                    Severity.MEDIUM,
                    List.of(Direction.ADVERSE),
                    true,
                    List.of("p1"),
                    List.of(),
                    List.of(
                        new ChannelTarget(Kind.EMAIL, "ada@example.com", Optional.empty()),
                        new ChannelTarget(Kind.JSON_LINES, "", Optional.empty()),
                        new ChannelTarget(Kind.SLACK, "", Optional.of("team-slack"))),
                    "de",
                    "Europe/Berlin",
                    false,
                    "FRIDAY",
                    17),
                Optional.of(Instant.parse("2026-03-02T12:00:00Z"))));
  }

  @Test
  void whatAnEntryLeavesOutIsTheUsual() {
    assertThat(parse("subscriptions: [{subscriber: ada, platforms: ['*']}]"))
        .containsExactly(
            new SubscriptionRequest(
                "ada", RequestedTerms.of("own", List.of("*")), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1                                                                    | 'subscriptions'",
        "subscriptions: [{platforms: [A]}]                                       | no 'subscriber'",
        "subscriptions: [{subscriber: a}]                                        | no 'platforms'",
        "subscriptions: [{subscriber: a, platforms: A}]                          | must be a list",
        "subscriptions: [{subscriber: a, platforms: [A], minimumSeverity: x}]    | low, medium, high",
        "subscriptions: [{subscriber: a, platforms: [A], category: [liability]}] | key 'category'",
        "subscriptions: [{subscriber: a, platforms: [A], validFrom: monday}]     | 2026-03-02T06:00:00Z",
        "subscriptions: [{subscriber: a, platforms: [A]}, {subscriber: a, platforms: [B]}] | twice",
        "subscriptions: [{subscriber: a, platforms: [A], directions: [up]}]      | adverse, protective",
        "subscriptions: [{subscriber: a, platforms: [A], digestHour: noon}]      | a whole number",
        "subscriptions: [{subscriber: a, platforms: [A], digest: often}]         | true or false",
        "subscriptions: [{subscriber: a, platforms: [A], channels: [email]}]     | one is: email",
        "subscriptions: [{subscriber: a, platforms: [A], channels: [{to: b}]}]   | key 'to'",
        "subscriptions: [{subscriber: a, platforms: [A], channels: [{target: b}]}] | without 'kind'",
        "subscriptions: [{subscriber: a, platforms: [A], plan: [b]}]             | is no text",
      })
  void aWrongFileNamesTheEntryAndTheFault(String yaml, String message) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static List<SubscriptionRequest> parse(String yaml) {
    return SubscriptionFile.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
