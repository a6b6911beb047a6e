package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broker, cluster and job in one process that is killed again and again while pages are fed. Runs
 * in the profile "faults"; {@code -Dclausestream.kills=N} says how often.
 */
@Tag("faults")
class KilledUpITCase {

  private static final int KILLS = Integer.getInteger("clausestream.kills", 10);
  private static final int PLATFORMS = 3;
  private static final int ROUNDS = 60;

  /** The same instants in each run; what they hit differs all the same. */
  private static final Random INSTANTS = new Random(20260302);

  @Test
  void readersOfCommittedAlertsSeeWhatAnUndisturbedRunTells(
      @TempDir Path calm, @TempDir Path disturbed) throws Exception {
    List<FetchedPage> captures = TestHistory.captures(PLATFORMS, ROUNDS);
    List<String> expected = undisturbed(captures, calm);
    assertThat(expected).hasSize((int) TestHistory.changes(PLATFORMS, ROUNDS));

    assertThat(disturbed(captures, disturbed)).isEqualTo(expected);
  }

  private static List<String> undisturbed(List<FetchedPage> captures, Path folder)
      throws Exception {
    try (UpProcess up = UpProcess.start(folder)) {
      up.awaitRunning();
      feed(up, captures, Duration.ZERO);
      return settledAlerts(up, captures.size());
    }
  }

  private static List<String> disturbed(List<FetchedPage> captures, Path folder) throws Exception {
    try (UpProcess up = UpProcess.start(folder)) {
      up.awaitRunning();
      Duration pace = Duration.ofSeconds(20L * (KILLS + 1)).dividedBy(captures.size());
      CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(up, captures, pace));
      for (int kill = 1; kill < KILLS; kill++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(INSTANTS.nextInt(3_000)));
        up.kill();
        up.launch();
        up.awaitRunning();
      }
      boolean hitCommit = killBetweenPreCommitAndCommit(up);
      feeding.get(5, TimeUnit.MINUTES);
      assertThat(hitCommit).as("one kill between pre-commit and commit").isTrue();
      return settledAlerts(up, captures.size());
    }
  }

  /** Tries until it is seen to have hit; whoever feeds must still be at it. */
  private static boolean killBetweenPreCommitAndCommit(UpProcess up) throws Exception {
    boolean hit = false;
    for (int attempt = 0; attempt < 20 && !hit; attempt++) {
      long triggered = killWhenCheckpointIsComplete(up);
      try (EmbeddedBroker broker = up.brokerAlone()) {
        hit = hasTransactionSince(broker, triggered);
      }
      up.launch();
      up.awaitRunning();
    }
    return hit;
  }

  /**
   * Kills as soon as a checkpoint is complete on disk: its transactions are pre-committed then, and
   * their commit is about to begin.
   *
   * @return when the checkpoint was seen to begin, epoch milliseconds
   */
  private static long killWhenCheckpointIsComplete(UpProcess up) throws Exception {
    Set<Path> before = checkpoints(up);
    Path[] begun = new Path[1];
    awaitClosely(() -> (begun[0] = newest(checkpoints(up), before)) != null);
    long triggered = System.currentTimeMillis();
    awaitClosely(() -> Files.exists(begun[0].resolve("_metadata")) || !Files.exists(begun[0]));
    up.kill();
    return triggered;
  }

  /** Whether a transaction is open that holds records from before a checkpoint began. */
  private static boolean hasTransactionSince(EmbeddedBroker broker, long checkpoint)
      throws Exception {
    try (Admin admin = Admin.create(broker.connection().toProperties())) {
      List<String> open =
          admin.listTransactions().all().get().stream()
              .filter(t -> t.state() == TransactionState.ONGOING)
              .map(TransactionListing::transactionalId)
              .toList();
      return admin.describeTransactions(open).all().get().values().stream()
          .anyMatch(t -> t.transactionStartTimeMs().orElse(Long.MAX_VALUE) < checkpoint);
    }
  }

  private static Set<Path> checkpoints(UpProcess up) {
    try (Stream<Path> folders = Files.find(up.checkpoints(), 2, KilledUpITCase::isCheckpoint)) {
      return folders.collect(Collectors.toSet());
    } catch (IOException | UncheckedIOException e) {
      // One was dropped while the folder was read: looked at again soon.
      return Set.of();
    }
  }

  private static boolean isCheckpoint(Path path, BasicFileAttributes attributes) {
    return path.getFileName().toString().startsWith("chk-");
  }

  private static @Nullable Path newest(Set<Path> now, Set<Path> before) {
    return now.stream().filter(path -> !before.contains(path)).findFirst().orElse(null);
  }

  /** Polls without a pause: the moment that is awaited lasts a few milliseconds. */
  private static void awaitClosely(BooleanSupplier condition) {
    long giveUp = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("a checkpoint within a minute").isLessThan(giveUp);
      Thread.onSpinWait();
    }
  }

  /** One producer for the whole time, as a crawler has: it tries again while the broker is away. */
  private static void feed(UpProcess up, List<FetchedPage> captures, Duration pace) {
    WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);
    Properties properties = up.connection().toProperties();
    properties.put("delivery.timeout.ms", "600000");
    properties.put("request.timeout.ms", "5000");
    properties.put("max.block.ms", "600000");
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (FetchedPage page : captures) {
        answers.add(
            producer.send(
                LiveSystem.record(
                    page.getPlatform(), codec.encode(page), page.getFetchedAt().toEpochMilli())));
        LockSupport.parkNanos(pace.toNanos());
      }
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("A capture was not fed", e);
    }
  }

  /** The ids of all committed alerts, from offset 0, when every fetch has its verdict. */
  private static List<String> settledAlerts(UpProcess up, long fetches) {
    LiveSystem.await(
        fetches + " verdicts",
        () -> {
          FetchLedger ledger = CommittedRecords.ledger(up.connection());
          return ledger.law(fetches).accountedFor() >= fetches;
        });
    ConservationLaw law = CommittedRecords.ledger(up.connection()).law(fetches);
    assertThat(law.holds()).as(law.toTable()).isTrue();
    return CommittedRecords.of(up.connection(), TopicCatalogue.ALERTS, Alert.class).stream()
        .map(Alert::getAlertId)
        .sorted()
        .toList();
  }
}
