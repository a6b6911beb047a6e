package io.clausestream.it;

import io.clausestream.cli.subscription.SubscriptionRequests;
import io.clausestream.cluster.Waiting;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.WireCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A real broker, a real cluster and the main job between them, in this JVM. */
final class LiveSystem implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final EmbeddedBroker broker;
  private final MiniCluster cluster;
  private final int parallelism;
  private JobClient job;

  private LiveSystem(EmbeddedBroker broker, MiniCluster cluster, int parallelism) {
    this.broker = broker;
    this.cluster = cluster;
    this.parallelism = parallelism;
  }

  /** Starts all in an empty folder and returns when the job runs. */
  static LiveSystem start(Path folder, int parallelism) throws Exception {
    return start(folder, parallelism, new Configuration());
  }

  /** The same with some settings of the job's own. */
  static LiveSystem start(Path folder, int parallelism, Configuration more) throws Exception {
    LiveSystem system = open(folder, parallelism);
    system.run(folder, more);
    if (system.read(TopicCatalogue.SUBSCRIPTIONS, Subscription.class).isEmpty()) {
      system.subscribe("you");
    }
    return system;
  }

  /**
   * Starts all in an empty folder, and the job from a savepoint. A job that cannot be restored
   * fails at once.
   *
   * @param savepoint its folder
   * @param before what is on the topics when the job begins
   */
  static LiveSystem restore(
      Path folder, int parallelism, Path savepoint, List<ProducerRecord<byte[], byte[]>> before)
      throws Exception {
    LiveSystem system = open(folder, parallelism);
    system.send(before);
    system.run(folder, from(savepoint));
    return system;
  }

  private static Configuration from(Path savepoint) {
    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    restored.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return restored;
  }

  private static LiveSystem open(Path folder, int parallelism) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty());
    try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
      admin.create(TopicCatalogue.all());
    }
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(
                    new Configuration()
                        .set(org.apache.flink.configuration.RestOptions.BIND_PORT, "0"))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .build());
    cluster.start();
    return new LiveSystem(broker, cluster, parallelism);
  }

  private void run(Path folder, Configuration more) throws Exception {
    submit(folder, more);
    await("the job to run", this::isRunning);
  }

  private void submit(Path folder, Configuration more) throws Exception {
    Configuration conf = configuration(folder, broker);
    conf.addAll(more);
    DetectChangesJob.check(conf);
    job = submit(cluster, parallelism, conf);
  }

  private static JobClient submit(MiniCluster cluster, int parallelism, Configuration conf)
      throws Exception {
    TestStreamEnvironment env = new TestStreamEnvironment(cluster, parallelism);
    DetectChangesJob.define(env, conf);
    return env.executeAsync(DetectChangesJob.NAME);
  }

  /** Ends the job. */
  void stop() throws Exception {
    job.cancel().get(1, TimeUnit.MINUTES);
    await("the job to end", () -> status() == JobStatus.CANCELED);
  }

  /** Starts the job after {@link #stop} without a checkpoint: it knows what is on the topics. */
  void startFromTopicsAlone(Path emptyFolder) throws Exception {
    job = submit(cluster, parallelism, configuration(emptyFolder, broker));
    await("the job to run", this::isRunning);
  }

  private static Configuration configuration(Path folder, EmbeddedBroker broker) {
    Configuration conf = new Configuration();
    conf.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    conf.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    conf.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
    conf.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    return conf;
  }

  /** Asks to tell a subscriber of all that ever was and will be, and waits for the answer. */
  private void subscribe(String subscriber) {
    SubscriptionRequest request =
        SubscriptionRequests.of(
            new io.clausestream.core.subscription.SubscriptionRequest(
                subscriber,
                RequestedTerms.of("own", List.of(Interest.ALL)),
                Optional.of(Instant.EPOCH)),
            Instant.EPOCH,
            null);
    send(List.of(SubscriptionRequests.record(request).toProducerRecord()));
    await(
        "the subscription",
        () -> !read(TopicCatalogue.SUBSCRIPTIONS, Subscription.class).isEmpty());
  }

  private boolean isRunning() {
    if (status() == JobStatus.FAILED) {
      throw new IllegalStateException("The job failed", failure());
    }
    return status() == JobStatus.RUNNING;
  }

  private Throwable failure() {
    return job.getJobExecutionResult().handle((result, failure) -> failure).join();
  }

  /**
   * Takes a savepoint that any state backend of any release reads, while the job goes on.
   *
   * @return its folder
   */
  Path savepoint(Path parent) throws Exception {
    String made =
        job.triggerSavepoint(parent.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(1, TimeUnit.MINUTES);
    return Path.of(URI.create(made));
  }

  private JobStatus status() {
    try {
      return job.getJobStatus().get(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends captures as a crawler does: by platform, recorded when they were fetched. */
  void feed(List<FetchedPage> captures) {
    WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);
    send(
        captures.stream()
            .map(
                page ->
                    record(
                        page.getPlatform(), codec.encode(page), page.getFetchedAt().toEpochMilli()))
            .toList());
  }

  static ProducerRecord<byte[], byte[]> record(String key, byte[] value, long timestamp) {
    return new ProducerRecord<>(
        TopicCatalogue.PAGE_FETCHES.name(),
        null,
        timestamp,
        key.getBytes(StandardCharsets.UTF_8),
        value);
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) {
    RecordSender.send(broker.connection(), records);
  }

  KafkaConnection connection() {
    return broker.connection();
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Kills the process of the tasks, in so far as one JVM can, and starts another. */
  void loseTaskManager(int index) throws Exception {
    cluster.terminateTaskManager(index).get(1, TimeUnit.MINUTES);
    cluster.startTaskManager();
    await("the job to run again", this::isRunning);
  }

  /** The committed records of a topic. */
  <T extends SpecificRecord> List<T> read(TopicSpec topic, Class<T> type) {
    return CommittedRecords.of(broker.connection(), topic, type);
  }

  List<Alert> alerts() {
    return read(TopicCatalogue.ALERTS, Alert.class);
  }

  List<DeadLetter> deadLetters() {
    return read(TopicCatalogue.DEAD_LETTERS, DeadLetter.class);
  }

  /** What became of the fetches so far. */
  FetchLedger ledger() {
    return CommittedRecords.ledger(broker.connection());
  }

  /** Waits until so many fetches have a committed verdict. */
  void awaitVerdicts(long fetches) {
    await(fetches + " verdicts", () -> ledger().law(fetches).accountedFor() >= fetches);
  }

  static void await(String what, BooleanSupplier condition) {
    try {
      Waiting.until(PATIENCE, what, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + what, e);
    }
  }

  @Override
  public void close() {
    try (broker) {
      if (!status().isGloballyTerminalState()) {
        job.cancel().get(1, TimeUnit.MINUTES);
      }
      cluster.closeAsync().get(1, TimeUnit.MINUTES);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The cluster did not stop", e);
    }
  }
}
