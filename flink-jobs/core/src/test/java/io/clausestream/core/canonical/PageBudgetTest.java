package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.BodyDecoder;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page may cost, and that to watch it changes nothing of what is read. */
class PageBudgetTest {

  /** Each paragraph takes the open elements of the one before into itself. */
  private static final String GROWING =
      "<p><b a><b c><b d><b e><b f><b g><b h><b i><b j>" + "<p>x".repeat(80_000);

  @Test
  void aPageThatGrowsWhileItIsParsedIsRejectedWhateverTheTime() {
    assertRejected(RejectionReason.WORK_BUDGET, GROWING, Deadline.NEVER);
  }

  @Test
  void mainElementsWithinEachOtherAreWalkedTogether() throws Exception {
    String nested = "<article>".repeat(400) + "all work and no play ".repeat(200_000);

    assertThat(Canonicalizer.canonicalize(SamplePages.page(nested, SamplePages.MONDAY)).blocks())
        .hasSize(1);
  }

  @Test
  void aDeadlineEndsAParseThatIsUnderWay() {
    assertRejected(RejectionReason.TIME_BUDGET, "<p>x".repeat(5_000), () -> true);
  }

  @Test
  void aDeadlineEndsAParseThatMakesNoElements() {
    assertRejected(RejectionReason.TIME_BUDGET, "</x".repeat(50_000), () -> true);
  }

  @Test
  void theLargestBodyFitsTheBudgetIfItIsPlain() throws Exception {
    FetchedPage page =
        SamplePages.page(
            "<p>" + "word ".repeat(BodyDecoder.MAX_BODY_BYTES / 5 - 1), SamplePages.MONDAY);

    assertThat(Canonicalizer.canonicalize(page).blocks()).hasSize(1);
  }

  @Test
  void aDeadlineThatIsNotOverChangesNothing() throws Exception {
    FetchedPage page = SamplePages.page(SamplePages.POLICY, SamplePages.MONDAY);

    assertThat(Canonicalizer.canonicalize(page, () -> false))
        .isEqualTo(Canonicalizer.canonicalize(page));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, UTF-8, '\uFEFF'",
    "text/html; charset=iso-8859-1, UTF-8, '\uFEFF'",
    "text/html, UTF-16BE, '\uFEFF'",
    "text/html; charset=utf-8, UTF-16LE, '\uFEFF'",
    "text/html, ISO-8859-1, <meta charset=iso-8859-1>",
    "text/html, UTF-8, ''",
    "text/html; charset=iso-8859-1, ISO-8859-1, <meta charset=utf-8>"
  })
  void theCharsetIsFoundInTheOrderOfTheStandard(String type, String charset, String begin)
      throws Exception {
    String html = begin + "<p>Übermittlung</p>" + "<p>Behörden</p>".repeat(1_000);
    FetchedPage page =
        SamplePages.page(
            SamplePages.withContentType(SamplePages.ref("d", SamplePages.MONDAY), type),
            html.getBytes(Charset.forName(charset)));

    assertThat(HtmlDecoder.parse(page, new Work(Deadline.NEVER), seen -> {}).text())
        .isEqualTo("Übermittlung" + " Behörden".repeat(1_000));
  }

  @Test
  void theTreeIsTheOneThatAPlainParseMakes() {
    String html = SamplePages.POLICY + "<table><b>x<tr><p>y</b><td>z</table><select><p>tail";
    FetchedPage page = SamplePages.page(html, SamplePages.MONDAY);

    assertThat(HtmlDecoder.parse(page, new Work(Deadline.NEVER), seen -> {}).html())
        .isEqualTo(Jsoup.parse(html).html());
  }

  @Test
  void aHeapOfCombiningMarksIsCutBeforeItHasToBeOrdered() {
    String acute = "\u0301".repeat(400_000);
    String below = "\u0316".repeat(400_000);
    String beyond = "\uD800\uDDFD".repeat(400_000);

    long began = System.nanoTime();
    String normalized = TextNormalizer.normalize("a" + acute + below + beyond + "b");

    assertThat(normalized).isEqualTo("\u00E1" + "\u0301".repeat(29) + "b");
    // To order them takes minutes, so this bound is no matter of the machine.
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aLetterKeepsTheMarksThatWritingNeeds() {
    String vietnamese = "Vi\u1EC7t";

    assertThat(TextNormalizer.normalize("Vie\u0323\u0302t")).isEqualTo(vietnamese);
    assertThat(TextNormalizer.normalize("x" + "\u0301".repeat(30))).hasSize(31);
  }

  private static void assertRejected(RejectionReason reason, String html, Deadline deadline) {
    FetchedPage page =
        SamplePages.page(
            SamplePages.ref("d", SamplePages.MONDAY), html.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Canonicalizer.canonicalize(page, deadline))
        .isInstanceOfSatisfying(
            RejectedPageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
