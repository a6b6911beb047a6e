package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.DOCUMENT;
import static io.clausestream.pipeline.state.StateSamples.PLATFORM;
import static io.clausestream.pipeline.state.StateSamples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentHeadCodecTest {

  static Stream<DocumentHead> heads() {
    return Stream.of(
        head(AT, Optional.empty(), Optional.empty(), Optional.empty()),
        head(Instant.MIN, Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty()),
        head(
            Instant.ofEpochMilli(-1),
            Optional.of(version(Optional.empty())),
            Optional.of(AT),
            Optional.of(pending(SuppressionReason.LOSS_OF_TEXT, Optional.empty()))),
        head(
            AT,
            Optional.of(version(Optional.of("text/html"))),
            Optional.empty(),
            Optional.of(pending(SuppressionReason.LOSS_OF_TEXT, Optional.of("text/html")))));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void aHeadComesBackAsItWas(DocumentHead head) {
    DocumentHeadCodec codec = new DocumentHeadCodec();

    assertThat(codec.decode(codec.encode(head), PLATFORM, DOCUMENT)).isEqualTo(head);
  }

  @ParameterizedTest
  @EnumSource
  void everySuspicionComesBack(SuppressionReason reason) {
    DocumentHeadCodec codec = new DocumentHeadCodec();
    DocumentHead head =
        head(
            AT, Optional.empty(), Optional.empty(), Optional.of(pending(reason, Optional.empty())));

    assertThat(codec.decode(codec.encode(head), PLATFORM, DOCUMENT)).isEqualTo(head);
  }

  @Test
  void aHeadOfVersion1HasNoTitles() throws IOException {
    DocumentHead old =
        new DocumentHeadCodec().decode(fixture("DocumentHead-v1.hex"), PLATFORM, DOCUMENT);

    assertThat(old.accepted().orElseThrow().title()).isEmpty();
    assertThat(old.pending().orElseThrow().title()).isEmpty();
    assertThat(old)
        .isEqualTo(
            head(
                AT,
                Optional.of(untitled(version(Optional.of("text/html")))),
                Optional.of(AT.minusSeconds(60)),
                Optional.of(
                    untitled(pending(SuppressionReason.LOSS_OF_TEXT, Optional.of("text/html"))))));
  }

  private static AcceptedVersion untitled(AcceptedVersion version) {
    return new AcceptedVersion(
        version.number(),
        version.fingerprint(),
        version.fetchedAt(),
        version.contentType(),
        version.canonicalVersion(),
        version.textLength(),
        "");
  }

  private static PendingChange untitled(PendingChange pending) {
    return new PendingChange(
        pending.ref(),
        pending.deadline(),
        pending.suspicion(),
        pending.fingerprint(),
        pending.canonicalVersion(),
        "");
  }

  private static DocumentHead head(
      Instant clock,
      Optional<AcceptedVersion> accepted,
      Optional<Instant> badSince,
      Optional<PendingChange> pending) {
    return new DocumentHead(clock, "fetch", accepted, 7, 2, badSince, true, true, pending);
  }

  private static AcceptedVersion version(Optional<String> contentType) {
    return new AcceptedVersion(
        Long.MAX_VALUE,
        new Fingerprint("body", "text", "links", "declaration"),
        AT,
        contentType,
        3,
        4711,
        "Datenschutz 𝒳");
  }

  private static PendingChange pending(SuppressionReason reason, Optional<String> contentType) {
    PageRef ref =
        new PageRef(
            "fetch-2",
            DOCUMENT,
            PLATFORM,
            "Datenschutz 𝒳",
            URI.create("https://example.com/d?x=%C3%9F"),
            AT,
            contentType,
            Origin.REPLAY);
    return new PendingChange(
        ref,
        AT.plusSeconds(60),
        reason,
        new Fingerprint("body-2", "text-2", "links-2", "declaration-2"),
        5,
        "Datenschutz 𝒴");
  }
}
