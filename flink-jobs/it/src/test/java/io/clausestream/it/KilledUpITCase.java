package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broker, cluster and job in one process that is killed again and again while pages are fed. Runs
 * in the profile "faults"; {@code -Dclausestream.kills=N} says how often.
 */
@Tag("faults")
@Tag("smoke")
class KilledUpITCase {

  private static final int KILLS = Integer.getInteger("clausestream.kills", 10);
  private static final int PLATFORMS = 3;
  private static final int ROUNDS = 200;

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
      feed(up, captures, new AtomicLong());
      return settledAlerts(up, captures.size());
    }
  }

  private static List<String> disturbed(List<FetchedPage> captures, Path folder) throws Exception {
    try (UpProcess up = UpProcess.start(folder)) {
      up.awaitRunning();
      AtomicLong pause = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(250));
      CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(up, captures, pause));
      for (int kill = 1; kill < KILLS; kill++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(INSTANTS.nextInt(3_000)));
        up.kill();
        up.launch();
        up.awaitRunning();
      }
      boolean hitCommit = killBetweenPreCommitAndCommit(up);
      pause.set(0);
      feeding.get(5, TimeUnit.MINUTES);
      assertThat(hitCommit).as("one kill between pre-commit and commit").isTrue();
      return settledAlerts(up, captures.size());
    }
  }

  /** Tries until it is seen to have hit; whoever feeds must still be at it. */
  private static boolean killBetweenPreCommitAndCommit(UpProcess up) throws Exception {
    boolean hit = false;
    for (int attempt = 0; attempt < 10 && !hit; attempt++) {
      Set<String> known;
      try (OpenTransactions transactions = new OpenTransactions(up.connection())) {
        // Right after a start the first checkpoints are empty, and what is open is of the dead.
        long launched = up.launchedAt();
        LiveSystem.await(
            "a transaction to begin",
            () -> transactions.starts().anyMatch(start -> start > launched));
        known = transactions.ids();
      }
      long pid = up.pid();
      long triggered = CheckpointStalker.killWhenComplete(pid, up.checkpoints(), pid);
      up.kill();
      try (EmbeddedBroker broker = up.brokerAlone()) {
        hit = hasTransactionSince(broker, known, triggered);
      }
      up.launch();
      up.awaitRunning();
    }
    return hit;
  }

  /** Whether a transaction is open that holds records from before a checkpoint began. */
  private static boolean hasTransactionSince(
      EmbeddedBroker broker, Set<String> known, long checkpoint) {
    try (OpenTransactions transactions = new OpenTransactions(broker.connection())) {
      // A coordinator that is still loading its log does not know of all.
      LiveSystem.await(
          "the transaction log to be read", () -> transactions.ids().containsAll(known));
      return transactions.starts().anyMatch(start -> start < checkpoint);
    }
  }

  /** One producer for the whole time, as a crawler has: it tries again while the broker is away. */
  private static void feed(UpProcess up, List<FetchedPage> captures, AtomicLong pause) {
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
        LockSupport.parkNanos(pause.get());
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
