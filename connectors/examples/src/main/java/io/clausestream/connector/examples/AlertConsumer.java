package io.clausestream.connector.examples;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.clausestream.schema.Alert;
import io.clausestream.schema.WireCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints each alert once, as JSON: {@code AlertConsumer BROKER FILE_OF_HANDLED_IDS [COUNT]}. */
public final class AlertConsumer {

  private AlertConsumer() {}

  /** Runs it until so many were printed; without a count, for ever. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    Set<String> handled = new HashSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    int left = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
    WireCodec<Alert> codec = WireCodec.of(Alert.class);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", args[0],
            "group.id", "alerts-in-java",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("alerts"));
      while (left > 0) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Alert alert = codec.decode(record.value());
          if (handled.add(alert.getAlertId())) {
            System.out.println(alert);
            Files.writeString(file, alert.getAlertId() + "\n", CREATE, APPEND);
            left--;
          }
        }
        // After the work: what was not finished comes again, and its id tells.
        consumer.commitSync();
      }
    }
  }
}
