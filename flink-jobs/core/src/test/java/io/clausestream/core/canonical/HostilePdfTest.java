package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs that want all memory, all stack or all time: they are refused, or they say nothing. */
class HostilePdfTest {

  private static final String TEXT = "BT /F 12 Tf 100 700 Td (Text) Tj ET ";
  private static final String FONT =
      "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj";

  @Test
  void aFileWithoutAnIndexIsReadAllTheSame() throws Exception {
    byte[] pdf = SamplePdf.raw("", SamplePdf.ascii(TEXT), FONT);

    assertThat(Canonicalizer.canonicalize(SamplePdf.fetch(pdf)).text()).isEqualTo("Text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Filter /FlateDecode", "/Filter [/FlateDecode /RunLengthDecode]"})
  void aStreamThatUnpacksWithoutEndIsRefused(String filter) {
    assertRefused(SamplePdf.raw(filter, SamplePdf.bomb(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "<<", "<</A ", "(", "q ", "BI ", "/A <</B [ "})
  void nestingOfAnySortTakesNoStack(String opener) {
    assertHarmless(SamplePdf.raw("", SamplePdf.ascii(TEXT + opener.repeat(200_000)), FONT));
    assertHarmless(SamplePdf.raw("", SamplePdf.ascii(TEXT), "5 0 obj " + opener.repeat(200_000)));
  }

  @Test
  void manySmallObjectsAreRefusedBeforeTheyFillMemory() {
    assertRefused(SamplePdf.raw("", SamplePdf.ascii("[" + "<<>>".repeat(4_000_000) + "]")));
  }

  @Test
  void aPageTreeThatIsItsOwnKidEnds() throws Exception {
    byte[] pdf =
        SamplePdf.raw(
            "",
            SamplePdf.ascii(TEXT),
            FONT,
            "2 0 obj <</Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R 3 0 R] /Count 9>> endobj");

    assertThat(Canonicalizer.canonicalize(SamplePdf.fetch(pdf)).text()).isEqualTo("Text");
  }

  @Test
  void aPageTreeAsDeepAsAFileIsLongTakesNoStack() {
    StringBuilder tree = new StringBuilder("2 0 obj <</Type /Pages /Kids [10 0 R]>> endobj\n");
    for (int i = 10; i < 30_000; i++) {
      tree.append(i).append(" 0 obj <</Type /Pages /Parent ").append(i == 10 ? 2 : i - 1);
      tree.append(" 0 R /Kids [").append(i + 1).append(" 0 R]>> endobj\n");
    }

    assertHarmless(SamplePdf.raw("", SamplePdf.ascii(TEXT), FONT, tree.toString()));
  }

  @Test
  void aFormThatDrawsItselfIsRefused() {
    String draw = "/X Do ".repeat(10);
    String form =
        "6 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0"
            + " R>>>> /Length "
            + draw.length()
            + ">> stream\n"
            + draw
            + "\nendstream endobj";

    assertRefused(SamplePdf.raw("", SamplePdf.ascii(draw), form));
  }

  @Test
  void aCharacterMapThatUnfoldsToMillionsIsRefused() {
    String map =
        "begincmap 1 begincodespacerange <00000000> <7fffffff> endcodespacerange\n"
            + "1 beginbfrange %c\n <00000000> % <1>\n <7ffffff0> <00000000> endbfrange endcmap";
    String font =
        "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R>> endobj\n"
            + "7 0 obj <</Length "
            + map.length()
            + ">> stream\n"
            + map
            + "\nendstream endobj";

    assertRefused(SamplePdf.raw("", SamplePdf.ascii(TEXT), font));
  }

  @Test
  void aRowAsLongAsMemoryIsNotMade() {
    String filter =
        "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000 /Colors 1>>";

    assertHarmless(SamplePdf.raw(filter, SamplePdf.bomb(1)));
  }

  @Test
  void objectsThatStandForEachOtherEnd() {
    assertHarmless(
        SamplePdf.raw(
            "/Filter 7 0 R /DecodeParms 8 0 R",
            SamplePdf.ascii(TEXT),
            "5 0 obj 5 0 R endobj 6 0 obj 7 0 R endobj 7 0 obj 8 0 R endobj 8 0 obj 7 0 R endobj"));
  }

  @Test
  void morePagesThanAnyPolicyHasAreRefused() {
    StringBuilder tree = new StringBuilder("2 0 obj <</Type /Pages /Kids [");
    StringBuilder pages = new StringBuilder();
    for (int i = 10; i <= 10 + PdfPages.MAX_PAGES; i++) {
      tree.append(i).append(" 0 R ");
      pages.append(i).append(" 0 obj <</Type /Page /MediaBox [0 0 9 9]>> endobj\n");
    }

    assertRefused(SamplePdf.raw("", new byte[0], tree + "]>> endobj\n" + pages));
  }

  private static void assertRefused(byte[] pdf) {
    assertThatThrownBy(() -> Canonicalizer.canonicalize(SamplePdf.fetch(pdf)))
        .isInstanceOfSatisfying(
            RejectedPageException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectionReason.WORK_BUDGET));
  }

  /** Refused or read, but neither of the errors that end a process. */
  private static void assertHarmless(byte[] pdf) {
    try {
      assertThat(Canonicalizer.canonicalize(SamplePdf.fetch(pdf)).textLength()).isLessThan(100);
    } catch (RejectedPageException e) {
      assertThat(e.reason()).isEqualTo(RejectionReason.WORK_BUDGET);
    }
  }
}
