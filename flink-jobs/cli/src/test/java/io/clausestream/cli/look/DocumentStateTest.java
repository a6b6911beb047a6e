package io.clausestream.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.cli.look.DocumentState.Health;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentStateTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");

  @Test
  void theVersionIsThatOfTheLastRecordThatTellsOne() {
    DocumentState state =
        state(
            seen(VerificationStatus.FIRST, 1, -1),
            StoryEvents.of(Records.change()),
            quiet(SuppressionVerdict.BAD_CAPTURE, "ERROR_PAGE", 1));

    assertThat(state.version().map(PageVersion::getNumber)).contains(2L);
    assertThat(state.firstSeen()).contains(day(-1));
    assertThat(state.lastVerified()).contains(MONDAY);
    assertThat(state.lastChange().map(StoryEvent::fetchedAt)).contains(MONDAY);
    assertThat(state.quietly()).isEmpty();
  }

  @Test
  void aTextThatCameIntoForceWithoutAnAlertIsTold() {
    DocumentState accepted =
        state(
            seen(VerificationStatus.FIRST, 1, 0),
            quiet(SuppressionVerdict.SUPPRESSED, "PUNCTUATION", 1));
    DocumentState withdrawn =
        state(
            seen(VerificationStatus.FIRST, 1, 0),
            quiet(SuppressionVerdict.SUPPRESSED, "WITHDRAWN", 1));

    assertThat(accepted.quietly().map(StoryEvent::reason)).contains("PUNCTUATION");
    assertThat(withdrawn.quietly()).isEmpty();
  }

  @Test
  void theNextRecordThatTellsAVersionEndsIt() {
    assertThat(
            state(
                    seen(VerificationStatus.FIRST, 1, 0),
                    quiet(SuppressionVerdict.SUPPRESSED, "PUNCTUATION", 1),
                    seen(VerificationStatus.UNCHANGED, 2, 2))
                .quietly())
        .isEmpty();
  }

  @Test
  void recentIsThirtyDaysUpToTheLatestRecordAndNotUpToNow() {
    StoryEvent change = changedAt(day(0));

    assertThat(new DocumentState(new Story("d", List.of(change), day(29), 0)).recentChanges())
        .isEqualTo(1);
    assertThat(new DocumentState(new Story("d", List.of(change), day(31), 0)).recentChanges())
        .isZero();
  }

  @Test
  void healthIsBadFromTheFirstBadCaptureAndGoodAgainWithTheNextGoodOne() {
    StoryEvent bad = quiet(SuppressionVerdict.BAD_CAPTURE, "ERROR_PAGE", 1);
    StoryEvent gone = StoryEvents.of(Records.health(HealthStatus.UNAVAILABLE, day(1)));
    StoryEvent back = StoryEvents.of(Records.health(HealthStatus.RECOVERED, day(2)));

    assertThat(state(bad).health()).isEqualTo(Health.BAD_CAPTURES);
    assertThat(state(bad, gone).health()).isEqualTo(Health.UNAVAILABLE);
    assertThat(state(bad, gone, back, seen(VerificationStatus.UNCHANGED, 1, 2)).health())
        .isEqualTo(Health.GOOD);
  }

  private static DocumentState state(StoryEvent... events) {
    return new DocumentState(new Story("Example/Terms of Service", List.of(events), day(9), 0));
  }

  private static StoryEvent changedAt(Instant at) {
    PageChange change = Records.change();
    change.setDetectedAt(at);
    return StoryEvents.of(change);
  }

  private static StoryEvent seen(VerificationStatus status, long version, int day) {
    return StoryEvents.of(Records.verification(status, version, day(day)));
  }

  private static StoryEvent quiet(SuppressionVerdict verdict, String reason, int day) {
    return StoryEvents.of(Records.suppression(verdict, reason, day(day)));
  }

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }
}
