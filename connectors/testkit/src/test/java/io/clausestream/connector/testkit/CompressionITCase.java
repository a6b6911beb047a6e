package io.clausestream.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionITCase {

  private static final long SEED = 1;
  private static final byte[] KEY = {1};

  private final KafkaConnection connection = SharedBroker.get().connection();

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
  void aPageComesBackHoweverItsSenderCompressed(String compression) {
    String topic = Topics.create(connection, TopicCatalogue.PAGE_FETCHES);
    byte[] page = "All of it. ".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    send(compression, topic, page);
    assertThat(CommittedReader.readAll(connection, topic))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualTo(page));
  }

  @Test
  void aDeadLetterTakesTheLargestValueThatDoesNotCompress() {
    String topic = Topics.create(connection, TopicCatalogue.DEAD_LETTERS);
    byte[] noise = new byte[TopicCatalogue.MAX_DEAD_LETTER_VALUE_BYTES + (1 << 20)];
    new Random(SEED).nextBytes(noise);
    send("zstd", topic, noise);
    assertThat(CommittedReader.readAll(connection, topic))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualTo(noise));
  }

  @Test
  void theBrokerRefusesAFetchAboveTheLimit() {
    String topic = Topics.create(connection, TopicCatalogue.PAGE_FETCHES);
    byte[] noise = new byte[TopicCatalogue.PAGE_FETCHES.maxMessageBytes() + 1];
    new Random(SEED).nextBytes(noise);
    assertThatThrownBy(() -> send("zstd", topic, noise))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("larger than the max message size");
  }

  private void send(String compression, String topic, byte[] value) {
    RecordSender.send(
        connection.with("compression.type", compression),
        List.of(new ProducerRecord<>(topic, KEY, value)));
  }
}
