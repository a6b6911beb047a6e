package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Palette;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleAlertsTest {

  private final ConsoleAlerts console = new ConsoleAlerts(Palette.PLAIN, 100);

  @Test
  void aChangeIsShownWholeOnceAndThenALineForEachSubscriberMore() {
    assertThat(console.render(alert("desk", Records.change())))
        .isEqualTo(new ChangeText(Palette.PLAIN, 100).render(Records.change()));
    assertThat(console.render(alert("law", Records.change())))
        .isEqualTo("Change c1 is also told to 'law'.");
  }

  @Test
  void aChangeThatWasAssessedAnewIsShownAgain() {
    PageChange anew = Records.change();
    anew.setAssessmentId("another");

    console.render(alert("desk", Records.change()));

    assertThat(console.render(alert("desk", anew))).contains("change c1", "why:");
  }

  private static Alert alert(String subscriber, PageChange change) {
    return Alert.newBuilder()
        .setAlertId(subscriber + change.getAssessmentId())
        .setSubscriberId(subscriber)
        .setSeverity(Severity.HIGH)
        .setAlertedAt(Instant.EPOCH)
        .setChange(change)
        .build();
  }
}
