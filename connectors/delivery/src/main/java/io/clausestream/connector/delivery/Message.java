package io.clausestream.connector.delivery;

import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.MessageKind;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What is delivered to a subscriber. Immutable as long as nobody writes to the record. */
public sealed interface Message {

  /** Stable id, the same in every repeat: alertId or digestId. */
  String messageId();

  /** Id of the subscriber. */
  String subscriberId();

  /** What it is. */
  MessageKind kind();

  /** Severity of the alert, or the highest of a digest's. */
  Severity severity();

  /**
   * When the first capture of the change was fetched, if it is of now: empty for a digest, a
   * retraction and history.
   */
  Optional<Instant> fetchedAt();

  /**
   * One change, or that one was told wrongly.
   *
   * @param alert the record
   */
  record OfAlert(Alert alert) implements Message {

    @Override
    public String messageId() {
      return alert.getAlertId();
    }

    @Override
    public String subscriberId() {
      return alert.getSubscriberId();
    }

    @Override
    public MessageKind kind() {
      return MessageKind.ALERT;
    }

    @Override
    public Severity severity() {
      return alert.getSeverity();
    }

    @Override
    public Optional<Instant> fetchedAt() {
      return alert.getRetracts() == null && alert.getChange().getOrigin() == Origin.LIVE
          ? Optional.of(alert.getChange().getCurrent().getFetchedAt())
          : Optional.empty();
    }
  }

  /**
   * The changes of a week.
   *
   * @param digest the record
   */
  record OfDigest(Digest digest) implements Message {

    @Override
    public String messageId() {
      return digest.getDigestId();
    }

    @Override
    public String subscriberId() {
      return digest.getSubscriberId();
    }

    @Override
    public MessageKind kind() {
      return MessageKind.DIGEST;
    }

    @Override
    public Severity severity() {
      return digest.getEntries().stream()
          .map(DigestEntry::getSeverity)
          .max(Comparator.naturalOrder())
          .orElse(Severity.UNKNOWN);
    }

    @Override
    public Optional<Instant> fetchedAt() {
      return Optional.empty();
    }
  }
}
