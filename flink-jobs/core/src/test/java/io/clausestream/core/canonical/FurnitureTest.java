package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is text of the document, and what is furniture. */
class FurnitureTest {

  @Test
  void aButtonThatUnfoldsASectionCarriesItsTitle() throws Exception {
    reads(
        "<main><h2><button aria-expanded='false'>Retention</button></h2><p>Text.</p></main>",
        List.of("Retention", "Text."));
  }

  @Test
  void aLabelOfAControlIsNoText() throws Exception {
    reads("<main><label>Language <input></label><p>Text.</p></main>", List.of("Text."));
  }

  @Test
  void aBlockOfLinksIsNoText() throws Exception {
    reads(
        "<main><p><a href='#a'>To the top of the page</a></p><p>Text.</p></main>",
        List.of("Text."));
  }

  @Test
  void linksThatTouchAreTwoWords() throws Exception {
    reads(
        "<main><p>See <a href='/a'>One</a><a href='/b'>Two</a> and what else there is.</p></main>",
        List.of("See One Two and what else there is."));
  }

  @Test
  void whatAStyleHidesOutsideTheMainContentIsNoText() throws Exception {
    reads("<p style='display: none'>Hidden.</p><p>Text.</p>", List.of("Text."));
  }

  @Test
  void aBannerIsKnownByItsProduct() throws Exception {
    reads("<div class='cky-box'><p>Cookies.</p></div><p>Text.</p>", List.of("Text."));
  }

  private static void reads(String html, List<String> blocks) throws Exception {
    assertThat(Canonicalizer.canonicalize(SamplePages.page(html, SamplePages.MONDAY)).blocks())
        .extracting(Block::text)
        .isEqualTo(blocks);
  }
}
