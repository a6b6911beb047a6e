package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.DOCUMENT;
import static io.clausestream.pipeline.state.StateSamples.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.schema.DigestEntry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What matching and digests remember. */
class AlertStateCodecTest {

  @Test
  void aRecentChangeComesBackAsItWas() {
    RecentChangeCodec codec = new RecentChangeCodec();
    byte[] record = {1, 2, 3};
    RecentChange change =
        new RecentChange(AT, false, Set.of("f".repeat(32), "0".repeat(32)), record);

    RecentChange back = codec.decode(codec.encode(change));
    assertThat(back).usingRecursiveComparison().isEqualTo(change);
    assertThat(codec.decode(codec.encode(change.asCorrected()))).isEqualTo(change.asCorrected());
  }

  @Test
  void routesComeBackAsTheyWere() {
    RoutesCodec codec = new RoutesCodec();
    Routes routes = new Routes(3, Long.MAX_VALUE, AT.toEpochMilli(), Set.of("*", PLATFORM));

    assertThat(codec.decode(codec.encode(routes))).isEqualTo(routes);
  }

  @Test
  void theProgressOfADigestComesBackAsItWas() {
    DigestProgressCodec codec = new DigestProgressCodec();
    DigestProgress progress =
        DigestProgress.NONE
            .with(Instant.EPOCH, DigestTime.DEFAULT)
            .with(AT, new DigestTime(false, ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY, 23))
            .andOne()
            .andUnlisted(Severity.HIGH);

    assertThat(codec.decode(codec.encode(progress))).isEqualTo(progress);
    assertThat(codec.decode(codec.encode(DigestProgress.NONE))).isEqualTo(DigestProgress.NONE);
  }

  @Test
  void aMatchThatWaitsComesBackAsItWas() {
    WaitingMatchCodec codec = new WaitingMatchCodec();
    DigestEntry entry =
        DigestEntry.newBuilder()
            .setChangeId("c")
            .setAlertId("a")
            .setPlatform(PLATFORM)
            .setDocumentId(DOCUMENT)
            .setDocumentType("Terms")
            .setUrl("https://marrowby.example/terms")
            .setSeverity(io.clausestream.schema.Severity.LOW)
            .setDirection(io.clausestream.schema.Direction.NEUTRAL)
            .setCategories(List.of("other"))
            .setTitle("𝒳")
            .setSummary(List.of("One.", "Two."))
            .setFetchedAt(AT)
            .setDetectedAt(AT.plusMillis(1))
            .setUpdates("u")
            .setCorrection("Wrong.")
            .build();

    assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry);
  }
}
