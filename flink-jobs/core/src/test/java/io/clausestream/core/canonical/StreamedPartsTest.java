package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a page that come after the rest, in hidden elements. */
class StreamedPartsTest {

  private static String place(String kind, int number, String meanwhile) {
    return "<!--$?--><template id='"
        + kind
        + ":"
        + number
        + "'></template>"
        + meanwhile
        + "<!--/$-->";
  }

  private static String part(int number, String html) {
    return "<div hidden id='S:" + number + "'>" + html + "</div>";
  }

  @Test
  void thePartThatAScriptNamesIsPlacedWhateverItsNumber() throws Exception {
    reads(
        "<main><p>First.</p>"
            + place("B", 0, "<p>Wait.</p>")
            + "<p>Last.</p></main>"
            + part(0, "<p>Another.</p>")
            + part(7, "<p>Late.</p>")
            + "<script>$RC(\"B:0\",\"S:7\")</script>",
        "First.",
        "Late.",
        "Last.");
  }

  @Test
  void aPartInAPartIsPlacedInItsPlace() throws Exception {
    reads(
        "<main>"
            + place("B", 0, "Wait.")
            + "<p>Last.</p></main>"
            + part(
                0,
                "<p>One.</p>" + place("B", 1, "<p>Wait on.</p>") + "<template id='P:2'></template>")
            + part(1, "<p>Two.</p>")
            + part(2, "<p>Three.</p>")
            + "<script>$RS(\"S:2\",\"P:2\");$RC(\"B:0\",\"S:0\");$RC(\"B:1\",\"S:1\")</script>",
        "One.",
        "Two.",
        "Three.",
        "Last.");
  }

  @Test
  void whatStandsBeyondTheCommentThatClosesStays() throws Exception {
    reads(
        "<main>"
            + place("B", 0, "<!--$--><p>Wait.</p><!--/$--><p>On.</p>")
            + "<p>Stays.</p></main>"
            + part(0, "<p>Late.</p>"),
        "Late.",
        "Stays.");
  }

  @Test
  void aRowThatComesLateInAHiddenTableIsPlaced() throws Exception {
    reads(
        "<main><table><tr><td>Cloudworks</td><td>Ireland</td></tr><tbody>"
            + "<template id='P:1'></template></tbody></table></main>"
            + "<table hidden><tbody id='S:1'><tr><td>Quillstead</td><td>Norway</td></tr></tbody></table>",
        "Cloudworks | Ireland",
        "Quillstead | Norway");
  }

  @Test
  void aPlaceholderWithoutItsPartKeepsWhatIsShownMeanwhile() throws Exception {
    reads("<main>" + place("B", 3, "<p>Wait.</p>") + "</main>" + part(4, "<p>Other.</p>"), "Wait.");
  }

  @Test
  void aPartThatIsNotHiddenStaysWhereItIs() throws Exception {
    reads(
        "<main>" + place("B", 0, "<p>Meanwhile.</p>") + "<div id='S:0'><p>Shown.</p></div></main>",
        "Meanwhile.",
        "Shown.");
  }

  @Test
  void aPlaceholderInItsOwnPartMovesNothing() throws Exception {
    reads("<main><p>Text.</p></main>" + part(0, "<p>Late.</p>" + place("B", 0, "")), "Text.");
  }

  @Test
  void partsThatHoldEachOtherEnd() throws Exception {
    reads(
        "<main><p>Text.</p></main>" + part(0, place("B", 1, "")) + part(1, place("B", 0, "")),
        "Text.");
  }

  private static void reads(String html, String... blocks) throws Exception {
    assertThat(Canonicalizer.canonicalize(SamplePages.page(html, SamplePages.MONDAY)).blocks())
        .extracting(Block::text)
        .isEqualTo(List.of(blocks));
  }
}
