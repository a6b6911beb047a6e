package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.cluster.BrokerServer;
import io.clausestream.cluster.ClusterRest;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkCluster;
import io.clausestream.cluster.Waiting;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.schema.FetchedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A broker and a Flink cluster, each part a process of its own, with the job from the job jar
 * between them, and pages that are fed while a test does harm. Prints what it saw, with times.
 */
final class FaultRig implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final BrokerServer broker;
  private final FlinkCluster cluster;
  private final List<String> arguments = new ArrayList<>();
  private final long started = System.nanoTime();
  private @Nullable Feeder feeder;
  private String jobId = "";

  private FaultRig(Path folder, FlinkCluster cluster, BrokerServer broker) {
    this.folder = folder;
    this.broker = broker;
    this.cluster = cluster;
    arguments.addAll(
        List.of(
            "--" + KafkaOptions.BOOTSTRAP_SERVERS.key(), broker.connection().bootstrapServers()));
  }

  /** Starts all on an empty folder; the job is sent by {@link #submit}. */
  static FaultRig start(Path folder, UnaryOperator<ClusterSpec> wanted) throws Exception {
    BrokerServer broker = RigSetup.broker(folder);
    FlinkCluster cluster = null;
    try {
      cluster = FlinkCluster.start(wanted.apply(RigSetup.cluster(folder)));
      broker.awaitReady(PATIENCE);
      RigSetup.createTopics(broker.connection());
      cluster.awaitTaskManagers(PATIENCE);
      return new FaultRig(folder, cluster, broker);
    } catch (Exception e) {
      broker.close();
      if (cluster != null) {
        cluster.close();
      }
      throw e;
    }
  }

  static String uri(Path folder) {
    return org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile()).toString();
  }

  /** A setting of the job, before it is sent. */
  FaultRig with(String key, String value) {
    arguments.addAll(List.of("--" + key, value));
    return this;
  }

  /** Sends the job, for all slots, and waits until it runs. */
  void submit() throws Exception {
    jobId = cluster.submission().run(arguments);
    awaitRunning();
  }

  /** Sends it at a parallelism, and waits until it runs. */
  void submitAt(int parallelism) throws Exception {
    jobId = cluster.submission().parallelism(parallelism).run(arguments);
    awaitRunning();
  }

  /** Sends it from a savepoint or checkpoint, at a parallelism, and waits until it runs. */
  void submitFrom(String savepoint, int parallelism) throws Exception {
    jobId = cluster.submission().from(savepoint).parallelism(parallelism).run(arguments);
    awaitRunning();
  }

  /** Feeds pages from now on, with so long between two. */
  void feed(List<FetchedPage> pages, Duration pause) {
    feeder = Feeder.start(connection(), pages, pause);
  }

  FlinkCluster cluster() {
    return cluster;
  }

  BrokerServer broker() {
    return broker;
  }

  ClusterRest rest() {
    return cluster.rest();
  }

  String jobId() {
    return jobId;
  }

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  KafkaConnection connection() {
    return broker.connection();
  }

  /** The status of the job; empty while nobody answers. */
  String status() {
    return rest().status(jobId).orElse("");
  }

  /** Why the job failed. */
  String failure() {
    return rest().failure(jobId).orElse("");
  }

  /** How many checkpoints failed since the JobManager knows the job. */
  long failedCheckpoints() {
    return rest().checkpoints(jobId).map(all -> all.at("/counts/failed").asLong()).orElse(0L);
  }

  void awaitRunning() throws InterruptedException {
    await("the job to run, see " + cluster.folder().logs(), () -> rest().isRunning(jobId));
  }

  /** Waits until so many records can be read. */
  void awaitRecords(long count) throws InterruptedException {
    await(count + " records", () -> records() >= count);
  }

  /** Waits for more records than there are now. */
  void awaitProgress() throws InterruptedException {
    awaitRecords(records() + 1);
  }

  /** How many committed records there are. */
  long records() {
    return Outputs.count(Outputs.of(connection()));
  }

  void await(String what, BooleanSupplier condition) throws InterruptedException {
    Waiting.until(PATIENCE, what, condition);
  }

  /**
   * Does harm, waits until it is felt and made good, and prints how long that took.
   *
   * @param felt what shows that it was
   */
  void survives(String what, Harm harm, BooleanSupplier felt) throws Exception {
    long before = System.nanoTime();
    harm.run();
    await("an effect of: " + what, felt);
    awaitRunning();
    long running = System.nanoTime();
    awaitProgress();
    say(
        "%s: all subtasks run after %.1f s, new committed records after %.1f s"
            .formatted(what, seconds(before, running), seconds(before, System.nanoTime())));
  }

  /** The same where the job is seen to run no more. */
  void survives(String what, Harm harm) throws Exception {
    survives(what, harm, () -> !rest().isRunning(jobId));
  }

  /** What a test does. */
  @FunctionalInterface
  interface Harm {
    void run() throws Exception;
  }

  /** That no failure made the job start again since it was sent. */
  void assertNeverRestarted() {
    JsonNode job = rest().get("/jobs/" + jobId).orElseThrow();
    assertThat(job.at("/timestamps/RESTARTING").asLong(-1)).as("the time of a restart").isZero();
  }

  /**
   * Feeds the rest, and compares what can be read in the end with what an undisturbed run tells.
   */
  void assertToldOnceEach(Map<String, List<String>> undisturbed) throws Exception {
    assertThat(finish(undisturbed)).isEqualTo(undisturbed);
    sayEnd(undisturbed);
  }

  /** The same where a reader may see an id again. */
  void assertToldOnceOrAgain(Map<String, List<String>> undisturbed) throws Exception {
    Map<String, List<String>> told = finish(undisturbed);
    assertThat(Outputs.distinct(told)).isEqualTo(undisturbed);
    say((Outputs.count(told) - Outputs.count(undisturbed)) + " records came again");
    sayEnd(undisturbed);
  }

  private Map<String, List<String>> finish(Map<String, List<String>> undisturbed) throws Exception {
    if (feeder != null) {
      feeder.finish();
    }
    long all = Outputs.count(undisturbed);
    await(
        all + " different records",
        () -> Outputs.count(Outputs.distinct(Outputs.of(connection()))) >= all);
    // What is told twice may come later.
    long seen = rest().completedCheckpoints(jobId);
    await("two more checkpoints", () -> rest().completedCheckpoints(jobId) >= seen + 2);
    return Outputs.of(connection());
  }

  private void sayEnd(Map<String, List<String>> undisturbed) {
    say(
        "%d records as without a fault (%s); %.0f s in all"
            .formatted(
                Outputs.count(undisturbed),
                Outputs.counts(undisturbed),
                seconds(started, System.nanoTime())));
  }

  static void say(String line) {
    System.out.println("[fault] " + line);
  }

  static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  @Override
  public void close() {
    try (broker;
        cluster) {
      // In order: the cluster, then the broker.
    }
  }
}
