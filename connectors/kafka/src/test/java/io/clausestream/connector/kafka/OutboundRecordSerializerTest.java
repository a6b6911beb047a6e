package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutboundRecordSerializerTest {

  private final OutboundRecordSerializer serializer =
      new OutboundRecordSerializer(TopicCatalogue.outputs());

  @Test
  void writesACloudEvent() {
    ProducerRecord<byte[], byte[]> sent = serialize(record(bytes("P"), "P/Töpic"));
    assertThat(sent.topic()).isEqualTo("page-changes");
    assertThat(sent.partition()).isNull();
    assertThat(sent.timestamp()).isEqualTo(5);
    assertThat(sent.key()).isEqualTo(bytes("P"));
    assertThat(sent.value()).isEqualTo(bytes("value"));
    assertThat(headers(sent))
        .containsExactly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "id1"),
            Map.entry("ce_type", "io.clausestream.page-change"),
            Map.entry("ce_source", "/clausestream"),
            Map.entry("ce_time", "2026-01-05T06:00:00Z"),
            Map.entry("ce_subject", "P/Töpic"),
            Map.entry("content-type", "application/avro"));
  }

  @Test
  void leavesOutASubjectThatThereIsNot() {
    assertThat(headers(serialize(record(bytes("P"), null)))).doesNotContainKey("ce_subject");
  }

  @Test
  void aRecordWithoutValueDeletesWhatStandsUnderItsKey() {
    OutboundRecord some = record(bytes("ada"), null);

    ProducerRecord<byte[], byte[]> sent =
        serialize(
            new OutboundRecord(
                some.topic(),
                some.key(),
                null,
                some.timestamp(),
                some.ceId(),
                some.ceType(),
                some.ceSource(),
                some.ceTime(),
                null));

    assertThat(sent.key()).isEqualTo(bytes("ada"));
    assertThat(sent.value()).isNull();
    assertThat(headers(sent)).containsEntry("ce_id", "id1");
  }

  @Test
  void aRecordWithoutKeyIsAnErrorThatNamesTheTopic() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> serialize(record(null, "P")))
        .withMessageContaining("topic page-changes has no key");
  }

  @Test
  void aTopicThatTheSinkDoesNotKnowIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OutboundRecordSerializer(List.of("alerts"))
                    .serialize(record(bytes("P"), "P"), null, null))
        .withMessageContaining("topic page-changes, which the sink was not told of");
  }

  @Test
  void sinksAndSourcesCanBeShipped() throws Exception {
    KafkaConnection connection = KafkaConnection.of("localhost:9092");
    for (LostOutput lost : LostOutput.values()) {
      Sink<OutboundRecord> sink =
          KafkaSinks.exactlyOnce(connection, "prefix", Duration.ofDays(1), lost);
      assertThat(InstantiationUtil.clone(sink)).isNotNull();
    }
    assertThat(InstantiationUtil.clone(KafkaSinks.atLeastOnce(connection))).isNotNull();
    assertThat(
            InstantiationUtil.clone(
                KafkaSources.pages(connection, "group", new KafkaRecordDeserializer())))
        .isNotNull();
  }

  private ProducerRecord<byte[], byte[]> serialize(OutboundRecord record) {
    return serializer.serialize(record, null, null);
  }

  private static OutboundRecord record(byte[] key, String subject) {
    return new OutboundRecord(
        "page-changes",
        key,
        bytes("value"),
        5,
        "id1",
        "io.clausestream.page-change",
        "/clausestream",
        Instant.parse("2026-01-05T06:00:00Z"),
        subject);
  }

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> sent) {
    Map<String, String> headers = new LinkedHashMap<>();
    sent.headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
