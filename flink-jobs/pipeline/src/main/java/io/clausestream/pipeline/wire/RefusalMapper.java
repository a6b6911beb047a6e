package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.page.Sha256;
import io.clausestream.schema.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refusals to the wire, whatever was asked for. Stateless. */
final class RefusalMapper {

  private static final int MAX_VALUE_BYTES = 1 << 20;
  private static final int ID_DIGITS = 32;

  private RefusalMapper() {}

  /**
   * What a request says of itself.
   *
   * @param requestId its id; null when it could not be decoded
   * @param subject what was asked for; null when it could not be decoded
   * @param requestedBy who asked; null when not told
   */
  record Asked(@Nullable String requestId, @Nullable String subject, @Nullable String requestedBy) {

    /** The request could not be decoded. */
    static final Asked UNKNOWN = new Asked(null, null, null);
  }

  /** The record of a request that was refused. */
  static Refusal toWire(KafkaRecord record, Asked asked, String reason, String detail) {
    byte[] key = record.key();
    byte[] value = record.value();
    boolean fits = value != null && value.length <= MAX_VALUE_BYTES;
    return Refusal.newBuilder()
        .setRefusalId(id(record))
        .setRequestId(asked.requestId())
        .setSubject(asked.subject())
        .setRequestedBy(asked.requestedBy())
        .setReason(reason)
        .setDetail(detail)
        .setTopic(record.topic())
        .setPartition(record.partition())
        .setOffset(record.offset())
        .setRecordTimestamp(Instant.ofEpochMilli(Math.max(0, record.timestamp())))
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setValue(fits ? ByteBuffer.wrap(value) : null)
        .setEngineVersion(EngineVersion.current())
        .build();
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
}
