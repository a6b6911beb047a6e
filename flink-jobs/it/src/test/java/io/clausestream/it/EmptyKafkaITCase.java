package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.VerificationStatus;
import java.nio.file.Path;
import java.util.List;
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

  /** Of a job at rest: all that it told is committed. */
  private Path savepointOf(List<FetchedPage> pages) throws Exception {
    try (LiveSystem lost = LiveSystem.start(folder.resolve("lost"), 2)) {
      feed(lost, pages);
      return lost.savepoint(folder.resolve("savepoints"));
    }
  }

  /** A first round alone: the source sees by it that its partitions are shorter than they were. */
  private static void feed(LiveSystem system, List<FetchedPage> pages) {
    system.feed(pages.subList(0, ROUND));
    system.awaitVerdicts(ROUND);
    system.feed(pages.subList(ROUND, pages.size()));
    system.awaitVerdicts(pages.size());
  }
}
