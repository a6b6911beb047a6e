package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.options.CanonicalOptions;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are too slow or too large, on the running job. */
class CostlyPageITCase {

  private static final String PLATFORM = "Costly";
  private static final int MEBIBYTES_4 = 4 << 20;

  @Test
  void costlyPagesBecomeDeadLettersAndTheJobNeverRestarts(@TempDir Path folder) throws Exception {
    Configuration conf = new Configuration();
    conf.set(CanonicalOptions.TIME_BUDGET, Duration.ofMillis(500));
    conf.set(CanonicalOptions.MAX_PAGE_SIZE, new MemorySize(MEBIBYTES_4));
    // A restart would end the job, and the wait for verdicts with it.
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    List<FetchedPage> pages =
        List.of(
            page("Good before", TestHistory.html("Terms", 0)),
            // The parser's time grows with the square of the depth that it cuts.
            page("Slow", "<div>".repeat(MEBIBYTES_4 / 6)),
            page("Large", "x".repeat(MEBIBYTES_4 + 1)),
            page("Good behind", TestHistory.html("Terms", 0)));

    try (LiveSystem system = LiveSystem.start(folder, 1, conf)) {
      system.feed(pages);
      system.awaitVerdicts(pages.size());

      assertThat(system.deadLetters())
          .extracting(DeadLetter::getDocumentId, DeadLetter::getReason)
          .containsExactlyInAnyOrder(told("Slow", "TIME_BUDGET"), told("Large", "BODY_TOO_LARGE"));
      assertThat(system.deadLetters()).allMatch(letter -> letter.getValue() != null);
      assertThat(system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class))
          .extracting(PageVerification::getDocumentId)
          .containsExactly(PLATFORM + "/Good before", PLATFORM + "/Good behind");
    }
  }

  private static org.assertj.core.groups.Tuple told(String type, String reason) {
    return org.assertj.core.groups.Tuple.tuple(PLATFORM + "/" + type, reason);
  }

  private static FetchedPage page(String type, String html) {
    return TestHistory.page(PLATFORM, type, TestHistory.START, html);
  }
}
