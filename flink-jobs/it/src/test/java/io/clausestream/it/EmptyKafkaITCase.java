package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.LostOutput;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.VerificationStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka is lost and a savepoint is not: the job goes on from it on another Kafka, that is empty.
 */
class EmptyKafkaITCase {

  private static final int PLATFORMS = 2;

  /** Captures of a round: two documents of each platform. */
  private static final int ROUND = 2 * PLATFORMS;

  /** Rounds until the savepoint. */
  private static final int KNOWN = TestHistory.CHANGE_EVERY;

  /** Two changes of each document come after it. */
  private static final int ROUNDS = 2 * TestHistory.CHANGE_EVERY + 3;

  private static final List<FetchedPage> HISTORY = TestHistory.captures(PLATFORMS, ROUNDS);

  /** Enough to be at work for many checkpoints. */
  private static final int MANY_ROUNDS = 300;

  private static final List<FetchedPage> LONG_HISTORY =
      TestHistory.captures(PLATFORMS, MANY_ROUNDS);

  @TempDir Path folder;

  @Test
  void theJobGoesOnFromWhatTheSavepointKnows() throws Exception {
    Path savepoint = savepointOf(HISTORY.subList(0, KNOWN * ROUND));
    try (LiveSystem system = LiveSystem.restore(folder.resolve("new"), 3, savepoint, List.of())) {
      feed(system, HISTORY.subList(KNOWN * ROUND, HISTORY.size()));

      List<Alert> alerts = system.alerts();
      assertThat(alerts).hasSize(2 * ROUND);
      assertThat(alerts).allMatch(alert -> alert.getSubscriberId().equals("you"));
      assertThat(alerts)
          .extracting(alert -> alert.getChange().getPrevious().getNumber())
          .containsOnly(1L, 2L);
      assertThat(
              system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class).stream()
                  .map(PageVerification::getStatus))
          .containsOnly(VerificationStatus.UNCHANGED);
      assertThat(system.deadLetters()).isEmpty();
    }
  }

  @Test
  void outputThatTheSavepointHoldsIsRefusedUntilItsLossIsAccepted() throws Exception {
    Set<String> told = new TreeSet<>();
    Path savepoint = savepointInTheMiddle(told);
    try (LiveSystem refusing =
        LiveSystem.submit(folder.resolve("refusing"), 2, savepoint, new Configuration())) {
      assertThat(ExceptionUtils.getRootCause(refusing.awaitFailure()))
          .hasMessageContaining("is lost")
          .hasMessageContaining("set clausestream.kafka.lost-output to accept");
    }
    Configuration accepting = new Configuration().set(KafkaOptions.LOST_OUTPUT, LostOutput.ACCEPT);
    try (LiveSystem system =
        LiveSystem.submit(folder.resolve("accepting"), 2, savepoint, accepting)) {
      feed(system, LONG_HISTORY);

      told.addAll(ids(system));
      assertThat(told).hasSize((int) TestHistory.changes(PLATFORMS, MANY_ROUNDS));
      assertThat(system.deadLetters()).isEmpty();
    }
  }

  /** Of a job at rest: all that it told is committed. */
  private Path savepointOf(List<FetchedPage> pages) throws Exception {
    try (LiveSystem lost = LiveSystem.start(folder.resolve("lost"), 2)) {
      feed(lost, pages);
      return lost.savepoint(folder.resolve("savepoints"));
    }
  }

  /** Of a job at work: what it told since the checkpoint before is in a transaction. */
  private Path savepointInTheMiddle(Set<String> told) throws Exception {
    try (LiveSystem lost = LiveSystem.start(folder.resolve("lost"), 2)) {
      lost.feed(LONG_HISTORY);
      LiveSystem.await("a first verdict", () -> lost.ledger().law(0).accountedFor() > 0);
      Path savepoint = lost.savepoint(folder.resolve("savepoints"));
      lost.awaitVerdicts(LONG_HISTORY.size());
      told.addAll(ids(lost));
      return savepoint;
    }
  }

  /** A first round alone: the source sees by it that its partitions are shorter than they were. */
  private static void feed(LiveSystem system, List<FetchedPage> pages) {
    system.feed(pages.subList(0, ROUND));
    system.awaitVerdicts(ROUND);
    system.feed(pages.subList(ROUND, pages.size()));
    system.awaitVerdicts(pages.size());
  }

  private static Set<String> ids(LiveSystem system) {
    return system.alerts().stream().map(Alert::getAlertId).collect(Collectors.toSet());
  }
}
