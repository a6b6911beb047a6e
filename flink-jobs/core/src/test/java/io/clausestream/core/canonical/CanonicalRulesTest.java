package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of this release and those of the release before read differently. */
class CanonicalRulesTest {

  @Test
  void aButtonThatUnfoldsASectionCarriesItsTitleSinceVersionTwo() throws Exception {
    differs(
        "<main><h2><button aria-expanded='false'>Retention</button></h2><p>Text.</p></main>",
        List.of("Retention", "Text."),
        List.of("Text."));
  }

  @Test
  void aLabelOfAControlIsNoTextSinceVersionTwo() throws Exception {
    differs(
        "<main><label>Language <input></label><p>Text.</p></main>",
        List.of("Text."),
        List.of("Language", "Text."));
  }

  @Test
  void aBlockOfLinksIsNoTextSinceVersionTwo() throws Exception {
    differs(
        "<main><p><a href='#a'>To the top of the page</a></p><p>Text.</p></main>",
        List.of("Text."),
        List.of("To the top of the page", "Text."));
  }

  @Test
  void linksThatTouchAreTwoWordsSinceVersionTwo() throws Exception {
    differs(
        "<main><p>See <a href='/a'>One</a><a href='/b'>Two</a> and what else there is.</p></main>",
        List.of("See One Two and what else there is."),
        List.of("See OneTwo and what else there is."));
  }

  @Test
  void whatAStyleHidesOutsideTheMainContentIsNoTextSinceVersionTwo() throws Exception {
    differs(
        "<p style='display: none'>Hidden.</p><p>Text.</p>",
        List.of("Text."),
        List.of("Hidden.", "Text."));
  }

  @Test
  void aBannerIsKnownByItsProductSinceVersionTwo() throws Exception {
    differs(
        "<div class='cky-box'><p>Cookies.</p></div><p>Text.</p>",
        List.of("Text."),
        List.of("Cookies.", "Text."));
  }

  @Test
  void theRestIsReadAlike() throws Exception {
    CanonicalPages pages = read(SamplePages.POLICY);

    assertThat(pages.previous()).contains(pages.page().blocks());
  }

  private static void differs(String html, List<String> now, List<String> before) throws Exception {
    CanonicalPages pages = read(html);
    assertThat(pages.page().blocks()).extracting(Block::text).isEqualTo(now);
    assertThat(pages.previous().orElseThrow()).extracting(Block::text).isEqualTo(before);
  }

  private static CanonicalPages read(String html) throws Exception {
    return Canonicalizer.canonicalizeTwice(
        SamplePages.page(html, SamplePages.MONDAY), Deadline.NEVER);
  }
}
