package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.connector.testkit.Topics;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Topics of a test's own with what is on them, and engines that work on them. */
final class DeliveryRig {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KafkaConnection connection;
  private final String suffix;
  private final EngineTopics topics;
  private final EngineSettings settings;

  private DeliveryRig(
      KafkaConnection connection, String suffix, EngineTopics topics, EngineSettings settings) {
    this.connection = connection;
    this.suffix = suffix;
    this.topics = topics;
    this.settings = settings;
  }

  /** With topics of its own, which it creates. */
  static DeliveryRig on(KafkaConnection connection) {
    DeliveryRig rig = existing(connection, Topics.unique("rig"));
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      admin.create(rig.topics.specs());
    }
    return rig;
  }

  /** With topics that are there. */
  static DeliveryRig existing(KafkaConnection connection, String suffix) {
    EngineTopics topics =
        new EngineTopics(
            "alerts-" + suffix,
            "digests-" + suffix,
            "subscriptions-" + suffix,
            "deliveries-" + suffix,
            "retries-" + suffix,
            "late-alerts-" + suffix);
    EngineSettings settings =
        EngineSettings.defaults("test").withGroup("group-" + suffix, "0").withTopics(topics);
    return new DeliveryRig(connection, suffix, topics, settings);
  }

  String suffix() {
    return suffix;
  }

  EngineSettings settings() {
    return settings;
  }

  EngineTopics topics() {
    return topics;
  }

  KafkaConnection connection() {
    return connection;
  }

  DeliveryEngine start(EngineSettings with, Channel channel, Clock clock) {
    DeliveryEngine engine =
        DeliveryEngine.open(
            connection,
            with,
            kind -> kind == channel.kind() ? Optional.of(channel) : Optional.empty(),
            clock,
            new Random(20260105),
            DeliveryMetrics.NONE);
    engine.start();
    return engine;
  }

  void send(Subscription... subscriptions) {
    send(Stream.of(subscriptions).map(s -> record(topics.subscriptions(), s.getSubscriberId(), s)));
  }

  void send(Alert... alerts) {
    send(Arrays.stream(alerts).map(a -> record(topics.alerts(), a.getSubscriberId(), a)));
  }

  void send(Digest... digests) {
    send(Arrays.stream(digests).map(d -> record(topics.digests(), d.getSubscriberId(), d)));
  }

  void forget(String subscriberId) {
    send(
        Stream.of(
            new ProducerRecord<>(topics.subscriptions(), subscriberId.getBytes(UTF_8), null)));
  }

  List<DeliveryOutcome> outcomes() {
    WireCodec<DeliveryOutcome> codec = WireCodec.of(DeliveryOutcome.class);
    return CommittedReader.readAll(connection, topics.deliveries()).stream()
        .map(r -> decode(codec, r))
        .toList();
  }

  List<String> ids(DeliveryStatus status) {
    return outcomes().stream()
        .filter(o -> o.getStatus() == status)
        .map(DeliveryOutcome::getMessageId)
        .sorted()
        .toList();
  }

  /** What waits, by id. */
  Map<String, DeliveryRetry> waiting() {
    WireCodec<DeliveryRetry> codec = WireCodec.of(DeliveryRetry.class);
    Map<String, DeliveryRetry> table = new LinkedHashMap<>();
    for (KafkaRecord record : CommittedReader.readAll(connection, topics.retries())) {
      String key = new String(record.key(), UTF_8);
      if (record.value() == null) {
        table.remove(key);
      } else {
        table.put(key, decode(codec, record));
      }
    }
    return table;
  }

  /** Alerts without a channel that were late. */
  List<LateAlert> lateAlerts() {
    WireCodec<LateAlert> codec = WireCodec.of(LateAlert.class);
    return CommittedReader.readAll(connection, topics.lateAlerts()).stream()
        .map(r -> decode(codec, r))
        .toList();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Within " + PATIENCE + " did not come: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void send(Stream<ProducerRecord<byte[], byte[]>> records) {
    RecordSender.send(connection, records.toList());
  }

  private static <T extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      String topic, String key, T value) {
    @SuppressWarnings("unchecked")
    WireCodec<T> codec = WireCodec.of((Class<T>) value.getClass());
    return new ProducerRecord<>(topic, key.getBytes(UTF_8), codec.encode(value));
  }

  private static <T extends SpecificRecord> T decode(WireCodec<T> codec, KafkaRecord record) {
    try {
      return codec.decode(record.value());
    } catch (UndecodableRecordException e) {
      throw new IllegalStateException(e);
    }
  }
}
