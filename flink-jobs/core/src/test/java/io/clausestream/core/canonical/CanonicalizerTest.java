package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalizerTest {

  @Test
  void aPageBecomesItsDocumentsBlocksWithoutTheFurnitureOfTheSite() throws Exception {
    assertThat(canonicalize(SamplePages.POLICY).blocks())
        .containsExactly(
            new Block(BlockKind.HEADING, 1, "Privacy Policy"),
            Block.of(BlockKind.PARAGRAPH, "Last updated: 1 March 2026"),
            Block.of(
                BlockKind.PARAGRAPH,
                "This policy says what Example does with the personal data of people who use its"
                    + " service."),
            new Block(BlockKind.HEADING, 2, "Retention"),
            Block.of(
                BlockKind.PARAGRAPH,
                "We keep your chat logs for 30 days and delete them \"without delay\" afterwards."),
            Block.of(BlockKind.PARAGRAPH, "More"),
            Block.of(BlockKind.PARAGRAPH, "Backups are kept for one further week."),
            new Block(BlockKind.HEADING, 2, "Sharing"),
            Block.of(BlockKind.PARAGRAPH, "We share data with:"),
            Block.of(BlockKind.LIST_ITEM, "Payment providers"),
            Block.of(BlockKind.LIST_ITEM, "Hosting providers"),
            Block.of(BlockKind.TABLE_ROW, "Sub-processor | Country"),
            Block.of(BlockKind.TABLE_ROW, "Cloudworks | Ireland"),
            Block.of(BlockKind.PARAGRAPH, "Write to privacy@example.org."));
  }

  @Test
  void headingsGiveEachBlockItsPath() throws Exception {
    List<Block> blocks = canonicalize(SamplePages.POLICY).blocks();

    assertThat(CanonicalPage.headingPaths(blocks).get(4))
        .containsExactly("Privacy Policy", "Retention");
    assertThat(CanonicalPage.headingPaths(blocks).get(7)).containsExactly("Privacy Policy");
  }

  @Test
  void anObfuscatedAddressReadsTheSameWhateverItsKey() throws Exception {
    String other =
        SamplePages.POLICY.replace(
            "4a3a38233c2b29330a2f322b273a262f6425382d",
            "00707269766163794065786" + "16d706c652e6f7267");

    assertThat(canonicalize(other).text()).isEqualTo(canonicalize(SamplePages.POLICY).text());
  }

  @Test
  void markupThatSaysTheSameGivesTheSameText() throws Exception {
    String rewritten =
        SamplePages.POLICY
            .replace("<p>", "<div data-token=\"x81\">")
            .replace("</p>", "</div>")
            .replace("“", "&quot;")
            .replace("”", "\"");

    assertThat(canonicalize(rewritten).text()).isEqualTo(canonicalize(SamplePages.POLICY).text());
  }

  @Test
  void aDeclarationNarrowsThePageToItsSelectors() throws Exception {
    FetchedPage page = SamplePages.page(SamplePages.POLICY, SamplePages.MONDAY);
    FetchedPage declared =
        new FetchedPage(
            page.ref(),
            page.outcome(),
            page.httpStatus(),
            page.body(),
            new Declaration(List.of("main ul"), List.of("main li:first-child", "][")));

    assertThat(Canonicalizer.canonicalize(declared).text()).isEqualTo("Hosting providers");
  }

  @Test
  void theServersCharsetWinsOverThePages() throws Exception {
    String html = "<meta charset=utf-8><main><p>Übermittlung an Behörden</p></main>";
    FetchedPage page =
        SamplePages.page(
            SamplePages.withContentType(
                SamplePages.ref("d", SamplePages.MONDAY), "text/html; charset=ISO-8859-1"),
            html.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Canonicalizer.canonicalize(page).text()).isEqualTo("Übermittlung an Behörden");
  }

  @Test
  void markupNestedTooDeepIsRejectedWithoutUsingTheStack() {
    String deep = "<div>".repeat(100_000) + "text";

    assertThatThrownBy(() -> canonicalize(deep))
        .isInstanceOfSatisfying(
            RejectedPageException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectionReason.NESTED_TOO_DEEP));
  }

  @Test
  void storedTextGivesBackTheSameBlocks() throws Exception {
    List<Block> blocks = canonicalize(SamplePages.POLICY).blocks();

    assertThat(CanonicalText.parse(CanonicalText.format(blocks))).isEqualTo(blocks);
    assertThatThrownBy(() -> CanonicalText.parse("p")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalText.parse("x0text\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void typographyAndInvisibleCharactersDoNotCount() {
    assertThat(
            TextNormalizer.normalize(
                "  It\u2019s \u201Cso\u201D\u00A0\u2013\u200B yes\u2026 e\u0301 "))
        .isEqualTo("It's \"so\" - yes... \u00E9");
  }

  private static CanonicalPage canonicalize(String html) throws RejectedPageException {
    return Canonicalizer.canonicalize(SamplePages.page(html, SamplePages.MONDAY));
  }
}
