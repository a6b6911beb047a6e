package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine's one thread does, turn by turn. It alone talks to Kafka. */
final class EngineLoop implements Intake.Owner, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
  private static final Duration IDLE = Duration.ofMillis(10);

  private final EngineSettings settings;
  private final WireCodec<DeliveryRetry> retryCodec = WireCodec.of(DeliveryRetry.class);
  private final EngineParts parts;
  private final BackPressure pressure;
  private final SubscriberFollower subscribers;
  private final MessageFetcher fetcher;
  private final Intake intake;
  private final Recorder recorder;
  private final Workers workers;
  private final FreshPlanner fresh;
  private final RetryPlanner retries;
  private final Dispatcher dispatcher;
  private final Scribe scribe;
  private final Deque<ConsumerRecord<byte[], byte[]>> inbox = new ArrayDeque<>();
  private boolean closed;

  EngineLoop(
      KafkaConnection connection,
      EngineSettings settings,
      Function<ChannelKind, Optional<Channel>> channels,
      Clock clock,
      RandomGenerator random,
      DeliveryMetrics metrics,
      BooleanSupplier goOn) {
    EngineLimits limits = settings.limits();
    this.settings = settings;
    this.subscribers = SubscriberFollower.open(connection, settings.topics().subscriptions(), goOn);
    Routes routes = new Routes(subscribers.table(), subscribers::catchUp, channels);
    this.parts =
        new EngineParts(
            new Messages(settings.topics()),
            routes,
            new Circuits(limits, settings.circuit(), clock),
            new RetrySchedule(
                settings.retry().maxAge(), new WaitingRoom(limits.mostWaiting()), routes::circuit),
            new Ledger(Long.toHexString(random.nextLong())),
            new Verdicts(settings, new BackOff(settings.retry(), random)),
            new LateAlerts(settings),
            clock,
            metrics);
    this.pressure = new BackPressure(parts);
    this.fetcher = new MessageFetcher(connection);
    this.intake = new Intake(connection, settings, this);
    this.recorder =
        new Recorder(
            () -> Clients.producer(connection, settings),
            new DecisionRecords(settings.topics()),
            intake);
    this.workers = new Workers(limits.workers(), limits.longestSend());
    this.fresh = new FreshPlanner(parts);
    this.retries = new RetryPlanner(parts, fetcher, settings.retry().maxAge());
    this.dispatcher = new Dispatcher(settings, parts, fresh, workers);
    this.scribe = new Scribe(parts, dispatcher, recorder, limits.maxInFlight());
  }

  /** Reads the terms of all subscribers; before that nothing can be planned. */
  void begin() {
    subscribers.catchUp();
    LOG.info("Delivery knows {} subscribers and begins", subscribers.table().size());
  }

  /** One turn: read, plan, send, take results, record. */
  void turn() throws InterruptedException {
    parts.routes().newTurn();
    subscribers.follow();
    boolean read = read();
    if (intake.isLoaded() && pressure.hasMemory()) {
      retries.plan();
      readAgain();
    }
    dispatcher.start();
    dispatcher.takeResults(read ? Duration.ZERO : IDLE);
    scribe.recordInTime();
    pressure.tell();
  }

  /** Ends in order: what runs may end, the rest waits on the topics. */
  @Override
  public void close() {
    closed = true;
    try {
      dispatcher.settleAll();
      record(intake.assignment());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Not all could be recorded at the end; it is sent again: {}", e.toString());
    } finally {
      workers.close();
      closeQuietly(recorder);
      closeQuietly(intake);
      closeQuietly(fetcher);
      closeQuietly(subscribers);
    }
  }

  @Override
  public void revoked(Collection<TopicPartition> partitions) {
    if (closed || partitions.isEmpty()) {
      return;
    }
    try {
      dispatcher.settle(partitions);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    record(partitions);
  }

  @Override
  public void lost(Collection<TopicPartition> partitions) {
    dispatcher.abandon(partitions);
    forget(partitions);
  }

  private boolean read() {
    intake.poll(inbox.isEmpty() && pressure.hasRoom()).forEach(inbox::addLast);
    boolean any = !inbox.isEmpty();
    while (!inbox.isEmpty()) {
      // Taken out when it is planned: should the broker go away meanwhile, it is not passed over.
      ConsumerRecord<byte[], byte[]> record = inbox.getFirst();
      if (record.topic().equals(settings.topics().retries())) {
        applyRetry(record);
      } else {
        fresh.plan(record);
      }
      inbox.removeFirst();
    }
    return any;
  }

  private void readAgain() {
    Map<Integer, Long> left = parts.schedule().left();
    if (!left.isEmpty()) {
      intake.readAgain(left);
      parts.schedule().leftIsReadAgain();
    }
  }

  private void record(Collection<TopicPartition> partitions) {
    dispatcher.handOverBlockers();
    scribe.record();
    dispatcher.abandon(partitions);
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    String table = settings.topics().retries();
    inbox.removeIf(r -> partitions.contains(new TopicPartition(r.topic(), r.partition())));
    parts.ledger().lose(partitions, table);
    partitions.stream()
        .filter(p -> p.topic().equals(table))
        .forEach(p -> parts.schedule().drop(p.partition()));
  }

  private void applyRetry(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    try {
      byte @Nullable [] value = record.value();
      parts
          .schedule()
          .apply(
              record.partition(),
              record.offset(),
              new String(record.key(), UTF_8),
              value == null ? null : retryCodec.decode(value));
    } catch (UndecodableRecordException e) {
      parts.metrics().undecodable();
      LOG.error("Cannot take up the waiting delivery at {}: {}", Place.of(record), e.getMessage());
    }
  }

  private static void closeQuietly(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      LOG.warn("{} did not close in order: {}", one.getClass().getSimpleName(), e.toString());
    }
  }
}
