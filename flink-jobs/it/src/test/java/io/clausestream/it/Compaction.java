package io.clausestream.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.RecordSender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** Makes a broker compact every topic of the engine, as it would do by itself after days. */
final class Compaction {

  private static final String FILLER = "filler";

  private final LiveSystem system;

  private Compaction(LiveSystem system) {
    this.system = system;
  }

  /** Returns when no topic holds two records of one key but those of the filler. */
  static void ofEveryTopic(LiveSystem system) throws Exception {
    Compaction compaction = new Compaction(system);
    compaction.configure();
    for (TopicSpec topic : TopicCatalogue.all()) {
      LiveSystem.await(
          topic.name() + " to be compacted",
          () -> {
            compaction.fill(topic);
            return compaction.isCompacted(topic);
          });
    }
  }

  private void configure() throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    changes.put(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        List.of(set("log.cleaner.backoff.ms", "100")));
    for (TopicSpec topic : TopicCatalogue.all()) {
      changes.put(
          new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
          List.of(
              set("cleanup.policy", "compact"),
              set("min.compaction.lag.ms", "0"),
              set("max.compaction.lag.ms", "1"),
              set("min.cleanable.dirty.ratio", "0"),
              set("segment.ms", "100")));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
      admin.incrementalAlterConfigs(changes).all().get(1, TimeUnit.MINUTES);
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  /** A record in each partition, later than the segment may last, begins the next one. */
  private void fill(TopicSpec topic) {
    RecordSender.send(
        system.connection(),
        IntStream.range(0, topic.partitions())
            .mapToObj(
                partition ->
                    new ProducerRecord<byte[], byte[]>(
                        topic.name(), partition, FILLER.getBytes(UTF_8), null))
            .toList());
  }

  private boolean isCompacted(TopicSpec topic) {
    List<String> keys = keys(system, topic);
    return keys.stream().distinct().count() == keys.size();
  }

  /** The keys of a topic's records, without those of the filler. */
  static List<String> keys(LiveSystem system, TopicSpec topic) {
    List<String> keys = new ArrayList<>();
    for (KafkaRecord record : CommittedReader.readAll(system.connection(), topic.name())) {
      String key = new String(record.key(), UTF_8);
      if (!key.equals(FILLER)) {
        keys.add(key);
      }
    }
    return keys;
  }
}
