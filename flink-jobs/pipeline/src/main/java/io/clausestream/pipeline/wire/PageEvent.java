package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source hands to the topology: a page, or a record that its decoder refused. Nobody writes
 * to what it holds.
 *
 * @param page the page; null when the record holds none
 * @param record the record that it came in; null when it came in none
 * @param rejection code of why it was refused; null when it was not
 * @param detail why it was refused; null when it was not
 */
public record PageEvent(
    @Nullable FetchedPage page,
    @Nullable KafkaRecord record,
    @Nullable String rejection,
    @Nullable String detail) {

  /** A page that came in no record, for example from an archive. */
  public static PageEvent of(FetchedPage page) {
    return new PageEvent(page, null, null, null);
  }

  /** A page that came in a record. */
  public static PageEvent of(FetchedPage page, KafkaRecord record) {
    return new PageEvent(page, record, null, null);
  }

  /**
   * A record that was refused.
   *
   * @param page the page, if it could be decoded so far
   */
  public static PageEvent rejected(
      @Nullable FetchedPage page, KafkaRecord record, RejectionReason reason, String detail) {
    return new PageEvent(page, record, reason.name(), detail);
  }

  /** Whether it is a fetch of a live crawler, by whose time the job's event time goes. */
  public boolean isLive() {
    return rejection == null && page != null && page.getOrigin() == Origin.LIVE;
  }

  /** When its carrier recorded it; null when the carrier does not know. */
  public @Nullable Instant recordedAt() {
    return record == null || record.timestamp() < 0
        ? null
        : Instant.ofEpochMilli(record.timestamp());
  }

  /** The record's key; of a page that came in none the key that it would have. */
  public byte @Nullable [] key() {
    if (record != null) {
      return record.key();
    }
    return page == null ? null : page.getPlatform().getBytes(StandardCharsets.UTF_8);
  }
}
