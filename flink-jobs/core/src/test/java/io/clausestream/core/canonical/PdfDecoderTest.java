package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import io.clausestream.core.quality.QualityInspector;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;

/** What is read from a PDF, and what is said of one that cannot be read. */
class PdfDecoderTest {

  @Test
  void aPdfBecomesTheBlocksThatAReaderSees() throws Exception {
    SamplePdf pdf = new SamplePdf().page();
    pdf.line(pdf.bold, 20, SamplePdf.LEFT, 700, "Terms of Service");
    pdf.lines(660, "These terms govern your use of the Example service. Please", "read them well.");
    pdf.lines(610, "A second paragraph stands apart from the first one by its room.");
    pdf.line(pdf.bold, 11, SamplePdf.LEFT, 570, "1. Your account");
    pdf.lines(
        550,
        "You must:",
        "\u2022 be thirteen years old, or as old as the law of your",
        "country wants;",
        "\u2022 keep your password safe.");
    pdf.lines(480, "(1) We may close accounts.", "(2) You may close yours.");

    assertThat(read(pdf).blocks())
        .containsExactly(
            new Block(BlockKind.HEADING, 1, "Terms of Service"),
            Block.of(
                BlockKind.PARAGRAPH,
                "These terms govern your use of the Example service. Please read them well."),
            Block.of(
                BlockKind.PARAGRAPH,
                "A second paragraph stands apart from the first one by its room."),
            new Block(BlockKind.HEADING, 2, "1. Your account"),
            Block.of(BlockKind.PARAGRAPH, "You must:"),
            Block.of(
                BlockKind.LIST_ITEM,
                "be thirteen years old, or as old as the law of your country wants;"),
            Block.of(BlockKind.LIST_ITEM, "keep your password safe."),
            Block.of(BlockKind.LIST_ITEM, "(1) We may close accounts."),
            Block.of(BlockKind.LIST_ITEM, "(2) You may close yours."));
  }

  @Test
  void wordsThatWereCutAtALinesEndAreWhole() throws Exception {
    SamplePdf pdf = new SamplePdf().page();
    pdf.lines(
        700,
        "We share what we know with a third-party and the infor-",
        "mation is given to a third-",
        "party that keeps it.");

    assertThat(read(pdf).text())
        .isEqualTo(
            "We share what we know with a third-party and the information is given to a third-party"
                + " that keeps it.");
  }

  @Test
  void runningHeadersAndPageNumbersAreNoTextAndParagraphsGoOnOverPages() throws Exception {
    SamplePdf pdf = new SamplePdf();
    String[] texts = {
      "We keep what you send us for as", "long as you have an account here and", "no longer."
    };
    for (int i = 0; i < texts.length; i++) {
      pdf.page().line(pdf.plain, 9, SamplePdf.LEFT, 770, "Example Ltd, confidential");
      pdf.lines(700, texts[i]);
      pdf.line(pdf.plain, 9, 300, 30, "Page " + (i + 1) + " of 3");
    }

    assertThat(read(pdf).text()).isEqualTo(String.join(" ", texts));
  }

  @Test
  void aPdfIsKnownByItsFirstBytesAndHasItsTitle() throws Exception {
    byte[] pdf = new SamplePdf().page().lines(700, "Text.").bytes();
    FetchedPage page = SamplePages.page(SamplePages.ref("Example/Policy", SamplePages.MONDAY), pdf);

    assertThat(Canonicalizer.canonicalize(page).text()).isEqualTo("Text.");
    assertThat(Canonicalizer.canonicalize(page).title()).isEqualTo("Example policy");
  }

  @Test
  void theSameBytesGiveTheSameBlocks() throws Exception {
    byte[] pdf = new SamplePdf().page().lines(700, "Some text of a policy.").bytes();

    assertThat(Canonicalizer.canonicalize(SamplePdf.fetch(pdf)))
        .isEqualTo(Canonicalizer.canonicalize(SamplePdf.fetch(pdf)));
  }

  @Test
  void noFontOfTheMachineIsLookedFor() throws Exception {
    read(new SamplePdf().page().lines(700, "In a font that the file does not bring."));

    assertThat(FontMappers.instance()).isInstanceOf(PdfFonts.class);
  }

  @Test
  void aPdfThatOnlyItsOwnerMayChangeIsRead() throws Exception {
    SamplePdf pdf = new SamplePdf().page().lines(700, "All may read this.").lock("");

    assertThat(read(pdf).text()).isEqualTo("All may read this.");
  }

  @Test
  void aPdfThatWantsAPasswordIsUnreadable() throws Exception {
    SamplePdf pdf = new SamplePdf().page().lines(700, "Nobody may read this.").lock("secret");

    assertThat(evidence(pdf.bytes())).containsExactly(EvidenceCode.UNREADABLE);
  }

  @Test
  void aBrokenPdfIsUnreadable() throws Exception {
    byte[] pdf = new SamplePdf().page().lines(700, "Cut.").bytes();

    assertThat(evidence(Arrays.copyOf(pdf, 40))).containsExactly(EvidenceCode.UNREADABLE);
    assertThat(evidence(SamplePdf.ascii("<html>no PDF"))).containsExactly(EvidenceCode.UNREADABLE);
  }

  @Test
  void otherBinariesAreStillNotSupported() throws Exception {
    FetchedPage zip =
        SamplePages.page(
            SamplePages.ref("Example/Policy", SamplePages.MONDAY),
            SamplePdf.ascii("PK\u0003\u0004"));

    assertThat(new QualityInspector().inspect(zip, Canonicalizer.canonicalize(zip)))
        .extracting(Evidence::code)
        .containsExactly(EvidenceCode.UNSUPPORTED_TYPE);
  }

  private static CanonicalPage read(SamplePdf pdf) throws Exception {
    return Canonicalizer.canonicalize(SamplePdf.fetch(pdf.bytes()));
  }

  private static List<EvidenceCode> evidence(byte[] pdf) throws Exception {
    FetchedPage page = SamplePdf.fetch(pdf);
    return new QualityInspector()
        .inspect(page, Canonicalizer.canonicalize(page)).stream().map(Evidence::code).toList();
  }
}
