package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.page.Sha256;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.RuleRequest;
import io.clausestream.schema.SubscriptionRequest;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Requests of all kinds that were not granted, to the wire. Stateless. */
public final class RefusalMapper {

  /** Reason code of a request that cannot be decoded. */
  public static final String UNDECODABLE = "UNDECODABLE";

  private static final int MAX_VALUE_BYTES = 1 << 20;
  private static final int MAX_KEY_BYTES = 1 << 16;
  private static final int MAX_TEXT = 1_000;
  private static final int ID_DIGITS = 32;

  private RefusalMapper() {}

  /** The key of a record as text; empty where it has none. */
  public static String key(KafkaRecord record) {
    byte[] key = record.key();
    return key == null ? "" : new String(key, UTF_8);
  }

  /** When a request was recorded. */
  public static Instant recordedAt(KafkaRecord record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }

  /**
   * The refusal of a request for rules, with the request as it came.
   *
   * @param request the request; null when it could not be decoded
   */
  public static Refusal ofRules(
      KafkaRecord record, @Nullable RuleRequest request, String reason, String detail) {
    Refusal.Builder refusal = withValue(record, of(record, reason, detail));
    if (request != null) {
      refusal
          .setRequestId(cut(request.getRequestId()))
          .setSubject(cut(request.getRuleSetId() + "@" + request.getVersion()))
          .setRequestedBy(cut(request.getRequestedBy()));
    }
    return refusal.build();
  }

  /**
   * The refusal of a request for a subscription, without the request: refusals are kept for longer
   * than a subscriber may wish to be remembered.
   *
   * @param request the request; null when it could not be decoded, or had no value
   */
  public static Refusal ofSubscriptions(
      KafkaRecord record, @Nullable SubscriptionRequest request, String reason, String detail) {
    Refusal.Builder refusal = of(record, reason, detail);
    if (request != null) {
      refusal
          .setRequestId(cut(request.getRequestId()))
          .setSubject(cut(request.getSubscriberId()))
          .setRequestedBy(cut(request.getRequestedBy()));
    }
    return refusal.build();
  }

  /**
   * The refusal of a correction, with the correction as it came.
   *
   * @param correction the correction; null when it could not be decoded
   */
  public static Refusal ofCorrections(
      KafkaRecord record, @Nullable AlertCorrection correction, String reason, String detail) {
    Refusal.Builder refusal = withValue(record, of(record, reason, detail));
    if (correction != null) {
      refusal
          .setRequestId(cut(correction.getCorrectionId()))
          .setSubject(cut(correction.getChangeId()))
          .setRequestedBy(cut(correction.getRequestedBy()));
    }
    return refusal.build();
  }

  private static Refusal.Builder withValue(KafkaRecord record, Refusal.Builder refusal) {
    byte[] value = record.value();
    boolean fits = value != null && value.length <= MAX_VALUE_BYTES;
    return refusal.setValue(fits ? ByteBuffer.wrap(value) : null);
  }

  private static Refusal.Builder of(KafkaRecord record, String reason, String detail) {
    byte[] key = record.key();
    return Refusal.newBuilder()
        .setRefusalId(id(record))
        .setReason(reason)
        .setDetail(detail)
        .setTopic(record.topic())
        .setPartition(record.partition())
        .setOffset(record.offset())
        .setRecordTimestamp(recordedAt(record))
        .setKey(key == null || key.length > MAX_KEY_BYTES ? null : ByteBuffer.wrap(key))
        .setEngineVersion(EngineVersion.current());
  }

  private static String id(KafkaRecord record) {
    return Sha256.hex(
            String.join(
                "\n",
                "refusal",
                record.topic(),
                Integer.toString(record.partition()),
                Long.toString(record.offset())))
        .substring(0, ID_DIGITS);
  }

  /** What people write as an id has no limit; the record that tells of it does. */
  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
