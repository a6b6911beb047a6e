package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Declaration;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** A page whose bytes came before is not parsed again, and nobody can tell. */
class SparedParseHarnessTest {

  private static final Path SAMPLE =
      Path.of("..", "cli", "src", "main", "resources", "sample-history");

  private final RecordedMetrics metrics = new RecordedMetrics();

  @Test
  void theSampleHistoryComesOutTheSameFastAndSlow() throws Exception {
    List<FetchedPage> pages = new ArrayList<>();
    try (Archive archive = Archives.open(SAMPLE);
        CaptureIterator captures = archive.captures(CaptureFilter.ALL, Origin.REPLAY)) {
      captures.forEachRemaining(pages::add);
    }

    fastIsSlow(pages);

    assertThat(metrics.count("canonical.cacheHits")).isGreaterThanOrEqualTo(pages.size());
  }

  @Test
  void hostilePagesAndRejectedOnesComeOutTheSameFastAndSlow() throws Exception {
    FetchedPage policy = Pages.page(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    fastIsSlow(
        List.of(
            policy,
            FetchedPage.newBuilder(policy).setHttpStatus(503).build(),
            FetchedPage.newBuilder(policy).setContentType("text/html; charset=utf-16").build(),
            FetchedPage.newBuilder(policy).setContentType("application/pdf").build(),
            FetchedPage.newBuilder(policy).setContentType(null).build(),
            FetchedPage.newBuilder(policy).setOutcome(FetchOutcome.NETWORK_ERROR).build(),
            FetchedPage.newBuilder(policy).setOutcome(FetchOutcome.NOT_MODIFIED).build(),
            FetchedPage.newBuilder(policy)
                .setDeclaration(new Declaration(List.of("h2"), List.of()))
                .build(),
            FetchedPage.newBuilder(policy)
                .setDeclaration(new Declaration(List.of(), List.of("h2", "[[")))
                .build(),
            page("<div>".repeat(100_000) + "text"),
            page("<p><b><b><b><i><u><s><tt><em>" + "<p>x".repeat(200_000)),
            page(""),
            page("%PDF-1.7 no more"),
            page("\u0000\u0001\u0002<p>" + "\u0301".repeat(10_000)),
            page("<a href='/x?y=z'>" + "text ".repeat(100))));

    assertThat(metrics.count("canonical.reason.NESTED_TOO_DEEP.deadLetters")).isEqualTo(2);
    assertThat(metrics.count("canonical.reason.WORK_BUDGET.deadLetters")).isEqualTo(2);
    assertThat(metrics.count("canonical.cacheMisses")).isEqualTo(15);
    assertThat(metrics.count("canonical.cacheHits")).isEqualTo(15);
  }

  @Test
  void anEqualBodyOfAnotherDocumentKeepsItsOwnNames() throws Exception {
    FetchedPage policy = Pages.page(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    FetchedPage other = Pages.page(Pages.TERMS, Pages.policy(30), MONDAY_0600.plusSeconds(60));

    List<CanonicalFetchRecord> records = run(List.of(policy, other)).records();

    assertThat(metrics.count("canonical.cacheHits")).isEqualTo(1);
    assertThat(records.get(1)).usingRecursiveComparison().isEqualTo(slow(other));
  }

  private record Output(List<CanonicalFetchRecord> records, List<DeadLetter> letters) {}

  /** Runs all pages twice through one operator, so that the second time all are known. */
  private void fastIsSlow(List<FetchedPage> pages) throws Exception {
    List<FetchedPage> twice = new ArrayList<>(pages);
    twice.addAll(pages);
    List<CanonicalFetchRecord> slow = new ArrayList<>();
    for (FetchedPage page : twice) {
      try {
        slow.add(slow(page));
      } catch (RejectedPageException e) {
        // Its dead letter is looked at below.
      }
    }

    Output output = run(twice);

    assertThat(output.records()).usingRecursiveComparison().isEqualTo(slow);
    int half = output.letters().size() / 2;
    assertThat(output.letters()).hasSize(twice.size() - slow.size());
    assertThat(output.letters().subList(0, half))
        .isEqualTo(output.letters().subList(half, 2 * half));
  }

  private Output run(List<FetchedPage> pages) throws Exception {
    OneInputStreamOperatorTestHarness<PageEvent, CanonicalFetchRecord> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new CanonicalizeFunction(PageLimits.OF_SIZE, true)),
            metrics.environment());
    harness.open();
    for (FetchedPage page : pages) {
      harness.processElement(PageEvent.of(page), 0);
    }
    var letters = harness.getSideOutput(SideOutputs.DEAD_LETTERS);
    Output output =
        new Output(
            List.copyOf(harness.extractOutputValues()),
            letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList());
    harness.close();
    return output;
  }

  private static CanonicalFetchRecord slow(FetchedPage page) throws RejectedPageException {
    byte[] key = page.getPlatform().getBytes(UTF_8);
    return CanonicalFetchMapper.toRecord(
        new ChangeDetector(ShippedRules.get())
            .canonicalizeTwice(FetchedPageMapper.toCore(page, key, null), Deadline.NEVER));
  }

  private static FetchedPage page(String html) {
    return Pages.page(Pages.TERMS, html, MONDAY_0600);
  }
}
