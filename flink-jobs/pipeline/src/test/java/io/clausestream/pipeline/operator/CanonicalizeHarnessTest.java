package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.page.BodyDecoder;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanonicalizeHarnessTest {

  private static final FetchedPage PAGE =
      Pages.page(Pages.PRIVACY, Pages.policy(30), Instants.MONDAY_0600);

  private OneInputStreamOperatorTestHarness<PageEvent, CanonicalFetchRecord> harness;

  @BeforeEach
  void open() throws Exception {
    open(PageLimits.OF_SIZE);
  }

  private void open(PageLimits limits) throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new CanonicalizeFunction(limits, false)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aPageBecomesACanonicalFetch() throws Exception {
    harness.processElement(PageEvent.of(PAGE), 0);

    assertThat(harness.extractOutputValues())
        .extracting(CanonicalFetchRecord::fetchId)
        .containsExactly(PAGE.getFetchId());
    assertThat(letters()).isEmpty();
  }

  @Test
  void aRefusedRecordBecomesADeadLetterWithAllThatCame() throws Exception {
    byte[] value = {1, 2, 3};
    byte[] key = "key".getBytes(UTF_8);
    KafkaRecord record =
        new KafkaRecord("fetches", 3, 42, 7, key, value, Map.of("h", new byte[] {9}));

    harness.processElement(
        PageEvent.rejected(null, record, RejectionReason.UNDECODABLE, "no record"), 0);

    DeadLetter letter = letters().get(0);
    assertThat(letter.getDeadLetterId()).matches("[0-9a-f]{32}");
    assertThat(letter.getStage()).isEqualTo("page");
    assertThat(letter.getReason()).isEqualTo("UNDECODABLE");
    assertThat(letter.getDetail()).isEqualTo("no record");
    assertThat(letter.getTopic()).isEqualTo("fetches");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getRecordTimestamp()).hasToString("1970-01-01T00:00:00.007Z");
    assertThat(letter.getDocumentId()).isNull();
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(key));
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(value));
    assertThat(letter.getHeaders()).containsEntry("h", ByteBuffer.wrap(new byte[] {9}));
    assertThat(letter.getEngineVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void aPageFromNoTopicIsInItsDeadLetterAndCanBeSentAgain() throws Exception {
    FetchedPage wrong = FetchedPage.newBuilder(PAGE).setUrl("nowhere").build();

    harness.processElement(PageEvent.of(wrong), 0);

    DeadLetter letter = letters().get(0);
    assertThat(letter.getReason()).isEqualTo("INVALID_URL");
    assertThat(letter.getDocumentId()).isEqualTo(Pages.PRIVACY);
    assertThat(letter.getTopic()).isNull();
    byte[] value = letter.getValue().array();
    assertThat(WireCodec.of(FetchedPage.class).decode(value)).isEqualTo(wrong);
  }

  @Test
  void aPageThatBreaksOurOwnCodeBecomesADeadLetter() throws Exception {
    FetchedPage broken = FetchedPage.newBuilder(PAGE).build();
    broken.setUrl(null);

    harness.processElement(PageEvent.of(broken), 0);
    harness.processElement(PageEvent.of(PAGE), 0);

    assertThat(letters().get(0).getReason()).isEqualTo("INTERNAL");
    assertThat(letters().get(0).getDetail()).contains("NullPointerException");
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void markupNestedWithoutEndBecomesADeadLetter() throws Exception {
    String deep = "<div>".repeat(100_000) + "text";

    harness.processElement(PageEvent.of(Pages.page(Pages.PRIVACY, deep, Instants.MONDAY_0600)), 0);

    assertThat(letters()).extracting(DeadLetter::getReason).containsExactly("NESTED_TOO_DEEP");
    assertThat(letters()).extracting(DeadLetter::getStage).containsExactly("canonical");
  }

  @Test
  void aPageThatTakesTooLongBecomesADeadLetterAndTheNextIsHandled() throws Exception {
    close();
    open(new PageLimits(BodyDecoder.MAX_BODY_BYTES, Duration.ofNanos(1)));
    FetchedPage slow =
        Pages.page(Pages.TERMS, Pages.policy(30) + "<i>x".repeat(2_000), Instants.MONDAY_0600);

    harness.processElement(PageEvent.of(slow), 0);
    harness.processElement(PageEvent.of(PAGE), 0);

    assertThat(letters()).extracting(DeadLetter::getReason).containsExactly("TIME_BUDGET");
    assertThat(letters()).extracting(DeadLetter::getStage).containsExactly("canonical");
    assertThat(letters().get(0).getDetail()).contains("clausestream.canonical.time-budget", "PT");
    assertThat(harness.extractOutputValues())
        .extracting(CanonicalFetchRecord::fetchId)
        .containsExactly(PAGE.getFetchId());
  }

  @Test
  void aPageThatGrowsWithoutEndBecomesADeadLetterWithoutAClock() throws Exception {
    String growing = "<p>" + "<b>".repeat(3) + "<i><u><s><tt><em>" + "<p>x".repeat(200_000);

    harness.processElement(PageEvent.of(Pages.page(Pages.TERMS, growing, Instants.MONDAY_0600)), 0);
    harness.processElement(PageEvent.of(PAGE), 0);

    assertThat(letters()).extracting(DeadLetter::getReason).containsExactly("WORK_BUDGET");
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void aPageThatIsTooLargeBecomesADeadLetterBeforeItIsUnpacked() throws Exception {
    close();
    open(new PageLimits(20_000, Duration.ZERO));
    FetchedPage large =
        Pages.page(Pages.TERMS, Pages.policy(30) + " ".repeat(20_000), Instants.MONDAY_0600);

    harness.processElement(PageEvent.of(large), 0);
    harness.processElement(PageEvent.of(PAGE), 0);

    assertThat(letters()).extracting(DeadLetter::getReason).containsExactly("BODY_TOO_LARGE");
    assertThat(letters().get(0).getDetail()).contains("20000 bytes");
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  private List<DeadLetter> letters() {
    var records = harness.getSideOutput(SideOutputs.DEAD_LETTERS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }
}
