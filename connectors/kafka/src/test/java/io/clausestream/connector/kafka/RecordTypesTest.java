package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.types.PojoTestUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordTypesTest {

  @Test
  void recordsCrossOperatorsAsPojos() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(KafkaRecord.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(OutboundRecord.class);
    assertThat(new KafkaRecordDeserializer().getProducedType())
        .isEqualTo(TypeInformation.of(KafkaRecord.class));
  }

  @Test
  void anInboundRecordKeepsWhatCame() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("twice", bytes("first")).add("twice", bytes("last")).add("empty", null);
    KafkaRecord record =
        KafkaRecord.of(
            new ConsumerRecord<>(
                "t",
                3,
                42,
                7,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                null,
                bytes("v"),
                headers,
                Optional.empty()));
    assertThat(record.topic()).isEqualTo("t");
    assertThat(record.partition()).isEqualTo(3);
    assertThat(record.offset()).isEqualTo(42);
    assertThat(record.timestamp()).isEqualTo(7);
    assertThat(record.key()).isNull();
    assertThat(record.value()).isEqualTo(bytes("v"));
    assertThat(record.headers()).containsOnlyKeys("twice", "empty");
    assertThat(record.headers().get("twice")).isEqualTo(bytes("last"));
    assertThat(record.headers().get("empty")).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
