package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.subscription.Interest;
import io.clausestream.pipeline.topology.AlertStreams;
import io.clausestream.pipeline.topology.AlertTopology;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The part of the topology that tells, on a cluster: changes and terms race each other. */
class AlertTopologyITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");
  private static final int PLATFORMS = 6;
  private static final int SUBSCRIBERS = 40;

  @Test
  void whatIsToldDoesNotDependOnTheParallelism() throws Exception {
    List<Object> one = run(1);
    List<Object> two = run(2);
    List<Object> four = run(4);

    assertThat(sorted(two)).isEqualTo(sorted(one));
    assertThat(sorted(four)).isEqualTo(sorted(one));
    assertThat(one)
        .filteredOn(Alert.class::isInstance)
        .extracting(alert -> ((Alert) alert).getAlertId())
        .containsExactlyInAnyOrderElementsOf(expected());
    // Each subscriber has one: all of it lies in one week.
    assertThat(one).filteredOn(Digest.class::isInstance).hasSize(SUBSCRIBERS);
  }

  private static Set<String> expected() {
    Set<String> expected = new TreeSet<>();
    for (PageChange change : changes()) {
      int platform = Integer.parseInt(change.getPlatform().substring(1));
      for (int i = 0; i < SUBSCRIBERS; i++) {
        if (i % 10 == 0 || i % PLATFORMS == platform) {
          expected.add(ContentId.alert(change.getChangeId(), "s" + i));
        }
      }
    }
    return expected;
  }

  private static List<Object> run(int parallelism) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(PipelineOptions.GENERIC_TYPES, false);
    conf.set(PipelineOptions.OBJECT_REUSE, true);
    env.configure(conf);
    env.setMaxParallelism(Buckets.KEY_GROUPS);
    env.setParallelism(parallelism);
    AlertStreams streams =
        AlertTopology.of(
            env.fromData(
                TypeInformation.of(PageChange.class), changes().toArray(PageChange[]::new)),
            env.fromData(
                TypeInformation.of(KafkaRecord.class), terms().toArray(KafkaRecord[]::new)),
            none(env),
            AlertHarness.rules(Optional.of(BEGIN.plus(Duration.ofDays(30)))));
    CloseableIterator<Alert> alerts = streams.alerts().collectAsync();
    CloseableIterator<Digest> digests = streams.digests().collectAsync();
    var job = env.executeAsync();
    List<Object> records = new ArrayList<>();
    alerts.forEachRemaining(alert -> records.add(Objects.requireNonNull(alert)));
    digests.forEachRemaining(digest -> records.add(Objects.requireNonNull(digest)));
    job.getJobExecutionResult().get();
    return records;
  }

  private static DataStream<KafkaRecord> none(StreamExecutionEnvironment env) {
    return env.fromData(TypeInformation.of(KafkaRecord.class), AlertSamples.forgotten("nobody"))
        .filter(record -> record.value() != null);
  }

  private static List<PageChange> changes() {
    List<PageChange> changes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      changes.add(AlertSamples.change("c" + i, "P" + i % PLATFORMS, BEGIN.plusSeconds(i)));
    }
    return changes;
  }

  private static List<KafkaRecord> terms() {
    List<KafkaRecord> terms = new ArrayList<>();
    for (int i = 0; i < SUBSCRIBERS; i++) {
      String platform = i % 10 == 0 ? Interest.ALL : "P" + i % PLATFORMS;
      terms.add(AlertSamples.terms(AlertSamples.subscription("s" + i, BEGIN, platform), i));
    }
    return terms;
  }

  private static List<String> sorted(List<Object> records) {
    return records.stream().map(Object::toString).sorted().toList();
  }
}
