package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectChangesITCase {

  private static final int PLATFORMS = 3;
  private static final int ROUNDS = 30;

  @Test
  void pagesBecomeAlertsThroughKafkaFlinkAndRocksDb(@TempDir Path folder) throws Exception {
    List<FetchedPage> captures = TestHistory.captures(PLATFORMS, ROUNDS);
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      system.feed(captures);
      system.awaitVerdicts(captures.size());

      ConservationLaw law = system.ledger().law(captures.size());
      long changes = TestHistory.changes(PLATFORMS, ROUNDS);
      assertThat(law.holds()).as(law.toTable()).isTrue();
      assertThat(law.count(FetchVerdict.FIRST)).isEqualTo(2 * PLATFORMS);
      assertThat(law.count(FetchVerdict.CHANGED)).isEqualTo(changes);
      assertThat(law.count(FetchVerdict.VERIFIED))
          .isEqualTo(captures.size() - changes - 2 * PLATFORMS);

      assertThat(system.alerts()).hasSize((int) changes).allSatisfy(DetectChangesITCase::isTold);
      assertThat(system.read(TopicCatalogue.PAGE_CHANGES, PageChange.class))
          .extracting(PageChange::getChangeId)
          .doesNotHaveDuplicates();
    }
  }

  private static void isTold(Alert alert) {
    assertThat(alert.getSubscriberId()).isEqualTo("you");
    assertThat(alert.getChange().getBlocks()).hasSize(1);
    assertThat(alert.getChange().getBlocks().get(0).getHeadingPath()).contains("Retention");
    assertThat(alert.getChange().getCategories()).contains("data-retention");
  }
}
