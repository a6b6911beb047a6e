package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.page.Sha256;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that cannot be handled to its dead letter. Not serializable; one thread. */
public final class DeadLetterMapper {

  private static final int ID_DIGITS = 32;

  private final WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);

  /**
   * The dead letter of an event, with its bytes as they came; of an event that came in no record,
   * with the bytes that it would have. A value too large for the topic is left out: the place tells
   * where it is.
   *
   * @param stage stage that refused it
   * @param reason code of why
   * @param detail why, with value and remedy
   */
  public DeadLetter toWire(PageEvent event, String stage, String reason, String detail) {
    KafkaRecord record = event.record();
    byte[] value = value(event);
    byte[] key = event.key();
    boolean fits = value != null && value.length <= TopicCatalogue.MAX_DEAD_LETTER_VALUE_BYTES;
    return DeadLetter.newBuilder()
        .setDeadLetterId(record == null ? id(key, value, reason) : id(record))
        .setStage(stage)
        .setReason(reason)
        .setDetail(detail)
        .setTopic(record == null ? null : record.topic())
        .setPartition(record == null ? null : record.partition())
        .setOffset(record == null ? null : record.offset())
        .setRecordTimestamp(event.recordedAt())
        .setDocumentId(event.page() == null ? null : event.page().getDocumentId())
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setValue(fits ? ByteBuffer.wrap(value) : null)
        .setHeaders(record == null ? Map.of() : headers(record))
        .setEngineVersion(EngineVersion.current())
        .build();
  }

  /**
   * The dead letter of a fetch whose bytes were left behind: its place tells where they are. Of a
   * fetch that came in no record, the id is made of the fetch's own.
   */
  public static DeadLetter toWire(
      CanonicalFetchRecord fetch, String stage, String reason, String detail) {
    boolean placed = fetch.topic() != null;
    return DeadLetter.newBuilder()
        .setDeadLetterId(
            placed
                ? id(String.valueOf(fetch.topic()), fetch.partition(), fetch.offset())
                : id("dead-letter", fetch.fetchId(), reason))
        .setStage(stage)
        .setReason(reason)
        .setDetail(detail)
        .setTopic(fetch.topic())
        .setPartition(placed ? fetch.partition() : null)
        .setOffset(placed ? fetch.offset() : null)
        .setRecordTimestamp(
            fetch.recordTimestamp() < 0 ? null : Instant.ofEpochMilli(fetch.recordTimestamp()))
        .setDocumentId(fetch.documentId())
        .setKey(ByteBuffer.wrap(fetch.platform().getBytes(StandardCharsets.UTF_8)))
        .setValue(null)
        .setHeaders(Map.of())
        .setEngineVersion(EngineVersion.current())
        .build();
  }

  private byte @Nullable [] value(PageEvent event) {
    if (event.record() != null) {
      return event.record().value();
    }
    try {
      return event.page() == null ? null : codec.encode(event.page());
    } catch (IllegalArgumentException e) {
      // Larger than any record, or not one at all: its place in the archive has to do.
      return null;
    }
  }

  private static Map<String, ByteBuffer> headers(KafkaRecord record) {
    Map<String, ByteBuffer> headers = new HashMap<>();
    record.headers().forEach((name, value) -> headers.put(name, ByteBuffer.wrap(value)));
    return headers;
  }

  private static String id(KafkaRecord record) {
    return id(record.topic(), record.partition(), record.offset());
  }

  private static String id(String topic, int partition, long offset) {
    return id("dead-letter", topic, Integer.toString(partition), Long.toString(offset));
  }

  private static String id(byte @Nullable [] key, byte @Nullable [] value, String reason) {
    return id("dead-letter", hash(key), hash(value), reason);
  }

  private static String hash(byte @Nullable [] bytes) {
    return bytes == null ? "" : Sha256.hex(bytes);
  }

  private static String id(String... parts) {
    return Sha256.hex(String.join("\n", parts)).substring(0, ID_DIGITS);
  }
}
