package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.pipeline.Pages;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.WireCodec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clauses made to cost time: they are assessed within bounds, with a reason, and nothing fails. */
class HostileClausesHarnessTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration HOUR = Duration.ofHours(1);

  /** Each sentence makes statements, so that every word begins phrases. */
  private static final String SENTENCE =
      "We may share, sell or keep your personal data for 30 days without notice to partners. ";

  private static final int MEGABYTE = 1_000_000;

  /** Four times the text may cost some more than four times the time, and timings are noisy. */
  private static final double MOST_GROWTH = 16;

  private static final int ROUNDS = 5;

  @Test
  void aClauseOfAMegabyteIsAssessedAndItsRecordFits() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.fetch(Pages.TERMS, page(clause(MEGABYTE, 0)), MONDAY_0600);
      job.fetch(Pages.TERMS, page(clause(MEGABYTE, 1)), MONDAY_0600.plus(HOUR));

      assertThat(job.deadLetters()).isEmpty();
      assertThat(job.changes().size()).isEqualTo(1);
      PageChange change = job.changes().get(0);
      assertThat(change.getReasons()).isNotEmpty();
      assertThat(WireCodec.of(PageChange.class).encode(change).length).isLessThan(4 << 20);
    }
  }

  @Test
  void theTimeOfAClauseGrowsWithItsLength() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      nanos(job, "One/Terms", MEGABYTE / 4);
      long small = nanos(job, "Two/Terms", MEGABYTE / 4);
      long large = nanos(job, "Three/Terms", MEGABYTE);

      assertThat((double) large / small).isLessThan(MOST_GROWTH);
      assertThat(job.changes().size()).isEqualTo(3 * ROUNDS);
      assertThat(job.deadLetters()).isEmpty();
    }
  }

  @Test
  void whatIsKeptDoesNotGrowWithChangesOfAHugeClause() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.openOnHeap()) {
      for (int i = 0; i < 3; i++) {
        job.fetch(Pages.TERMS, page(clause(MEGABYTE, i)), MONDAY_0600.plus(HOUR.multipliedBy(i)));
      }
      long few = job.snapshot().getStateSize();
      for (int i = 3; i < 12; i++) {
        job.fetch(Pages.TERMS, page(clause(MEGABYTE, i)), MONDAY_0600.plus(HOUR.multipliedBy(i)));
      }

      assertThat(job.changes().size()).isEqualTo(11);
      assertThat((double) job.snapshot().getStateSize() / few).isLessThan(1.5);
    }
  }

  @Test
  void aTextInAScriptWithoutRulesIsMediumAtMostAndSaysSo() throws Exception {
    String clause = "მომხმარებელი თანახმაა, რომ ყველა დავა წყდება მხოლოდ არბიტრაჟის წესით. ";
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.fetch(Pages.TERMS, page(clause.repeat(8)), MONDAY_0600);
      job.fetch(
          Pages.TERMS,
          page(clause.repeat(8) + "</p><p>" + "ჩვენ არ ვაგებთ პასუხს ზიანისთვის. ".repeat(6)),
          MONDAY_0600.plus(HOUR));

      assertThat(job.deadLetters()).isEmpty();
      assertThat(job.changes().size()).isEqualTo(1);
      PageChange change = job.changes().get(0);
      assertThat(change.getLanguage()).isEqualTo("ka");
      assertThat(change.getSeverity()).isEqualTo(Severity.MEDIUM);
      assertThat(change.getCategories()).containsExactly("other");
      assertThat(change.getReasons()).extracting(Reason::getRuleId).contains("language.none");
    }
  }

  private static long nanos(DetectChangeHarness job, String documentId, int length)
      throws Exception {
    job.fetch(documentId, page(clause(length, 0)), MONDAY_0600);
    long nanos = 0;
    for (int i = 1; i <= ROUNDS; i++) {
      String page = page(clause(length, i));
      long before = THREADS.getCurrentThreadCpuTime();
      job.fetch(documentId, page, MONDAY_0600.plus(HOUR.multipliedBy(i)));
      nanos += THREADS.getCurrentThreadCpuTime() - before;
    }
    return nanos;
  }

  /** Every tenth sentence says something else at each fetch. */
  private static String clause(int length, int fetch) {
    StringBuilder clause = new StringBuilder(length + 100);
    for (int i = 0; clause.length() < length; i++) {
      clause.append(SENTENCE);
      if (i % 10 == 0) {
        clause.append("This is true for ").append(fetch + 2).append(" years of use. ");
      }
    }
    return clause.toString();
  }

  private static String page(String clause) {
    return "<html><head><title>Terms</title></head><body><main><h1>Terms</h1><p>"
        + clause
        + "</p></main></body></html>";
  }
}
