package io.clausestream.cli.look;

import io.clausestream.cli.console.Told;
import io.clausestream.cli.look.StoryEvent.Kind;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Reason;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.VerificationStatus;
import io.clausestream.schema.WireCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Records of the topics as events of a story. Stateless. */
final class StoryEvents {

  private static final WireCodec<FetchedPage> FETCHES = WireCodec.of(FetchedPage.class);

  private StoryEvents() {}

  static StoryEvent of(PageChange change) {
    String direction = Told.direction(change.getDirection());
    return new StoryEvent(
        Kind.CHANGED,
        change.getDetectedAt(),
        change.getCurrent().getFetchedAt(),
        change.getFetchId(),
        Optional.of(change.getChangeId()),
        Optional.of(change.getSeverity()),
        String.join(", ", change.getCategories()) + (direction.isEmpty() ? "" : ", " + direction),
        String.join(" ", change.getSummary()),
        change.getReasons().stream().map(StoryEvents::sentence).toList(),
        Optional.of(change.getCurrent()),
        Optional.of(change.getCurrent().getTextSha256()),
        change.getUrl());
  }

  private static String sentence(Reason reason) {
    return reason.getSentence() + " (" + reason.getRuleId() + ")";
  }

  static StoryEvent of(PageVerification seen) {
    Kind kind =
        seen.getStatus() == VerificationStatus.FIRST
            ? Kind.FIRST
            : seen.getStatus() == VerificationStatus.UNCHANGED ? Kind.VERIFIED : Kind.UNKNOWN;
    return new StoryEvent(
        kind,
        seen.getDetectedAt(),
        seen.getFetchedAt(),
        seen.getFetchId(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        List.of(),
        Optional.of(seen.getVersion()),
        Optional.of(seen.getVersion().getTextSha256()),
        seen.getUrl());
  }

  static StoryEvent of(Suppression quiet) {
    return new StoryEvent(
        Kind.of(quiet.getVerdict()),
        quiet.getDetectedAt(),
        quiet.getFetchedAt(),
        quiet.getFetchId(),
        Optional.empty(),
        Optional.empty(),
        quiet.getReason(),
        quiet.getDetail(),
        List.of(),
        Optional.empty(),
        Optional.ofNullable(quiet.getTextSha256()),
        quiet.getUrl());
  }

  static StoryEvent of(SourceHealth health) {
    return new StoryEvent(
        Kind.of(health.getStatus()),
        health.getDetectedAt(),
        health.getDetectedAt(),
        health.getFetchId(),
        Optional.empty(),
        Optional.empty(),
        "",
        health.getBadCaptures() + " bad captures in a row since " + health.getSince(),
        health.getEvidence(),
        Optional.empty(),
        Optional.empty(),
        health.getUrl());
  }

  /** A dead letter stands at the time of its fetch, where its bytes tell it. */
  static StoryEvent of(DeadLetter letter) {
    Optional<FetchedPage> fetch = decode(letter.getValue());
    Instant at =
        fetch
            .map(FetchedPage::getFetchedAt)
            .orElse(Objects.requireNonNullElse(letter.getRecordTimestamp(), Instant.EPOCH));
    return new StoryEvent(
        Kind.DEAD_LETTER,
        at,
        at,
        fetch.map(FetchedPage::getFetchId).orElse(""),
        Optional.empty(),
        Optional.empty(),
        letter.getReason(),
        letter.getDetail(),
        List.of("dead letter " + letter.getDeadLetterId()),
        Optional.empty(),
        Optional.empty(),
        fetch.map(FetchedPage::getUrl).orElse(""));
  }

  /** A fetch that no verdict is known of. */
  static StoryEvent waiting(FetchedPage fetch) {
    return new StoryEvent(
        Kind.WAITING,
        fetch.getFetchedAt(),
        fetch.getFetchedAt(),
        fetch.getFetchId(),
        Optional.empty(),
        Optional.empty(),
        "",
        "waits for the document's next fetch, 18 hours at most, or was not read yet",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        fetch.getUrl());
  }

  private static Optional<FetchedPage> decode(@org.jspecify.annotations.Nullable ByteBuffer value) {
    if (value == null) {
      return Optional.empty();
    }
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    try {
      return Optional.of(FETCHES.decode(bytes));
    } catch (UndecodableRecordException e) {
      // That may be why it is a dead letter.
      return Optional.empty();
    }
  }
}
