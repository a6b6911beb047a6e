package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import org.junit.jupiter.api.Test;

class LinkTextTest {

  private static final String CLAUSE =
      "<p>Quillstead keeps the letters that you send for as long as you want it to.</p>";

  @Test
  void aListOfPlacesWithinThePageIsNoText() throws Exception {
    assertThat(
            text(
                "<h1>Rules</h1><ul><li><a href='#keep'>What we keep</a></li>"
                    + "<li><a href='#tell'>Whom we tell</a></li></ul>"))
        .doesNotContain("What we keep", "Whom we tell");
  }

  @Test
  void aMenuOfShortLinksInsideTheMainContentIsNoText() throws Exception {
    assertThat(
            text(
                "<h1>Rules</h1><p><a href=/a>Stamps</a> <a href=/b>Ink</a> <a href=/c>Paper</a>"
                    + " <a href=/d>Wax</a></p>"))
        .doesNotContain("Stamps");
  }

  @Test
  void theNamesOfPartnersAreTextThoughTheyAreLinks() throws Exception {
    assertThat(
            text(
                "<h1>Partners</h1><ul><li><a href=https://a.example>Marrowby Hosting</a></li>"
                    + "<li><a href=https://b.example>Lanternfold Payments</a></li></ul>"))
        .contains("Marrowby Hosting", "Lanternfold Payments");
  }

  @Test
  void aClauseWithALinkInItIsText() throws Exception {
    assertThat(text("<h1>Rules</h1><p>Read <a href='#keep'>what we keep</a> with care.</p>"))
        .contains("what we keep");
  }

  @Test
  void aLinkThatIsAllOfABlockOutsideTheMainContentIsNoText() throws Exception {
    assertThat(canonical("<body><div><a href=/shop>To the shop</a></div><h1>Rules</h1>" + CLAUSE))
        .contains("Quillstead keeps")
        .doesNotContain("shop");
  }

  private static String text(String content) throws Exception {
    String text = canonical("<body><main>" + content + CLAUSE + "</main></body>");
    assertThat(text).contains("Quillstead keeps");
    return text;
  }

  private static String canonical(String html) throws Exception {
    return Canonicalizer.canonicalize(SamplePages.page(html, SamplePages.MONDAY)).text();
  }
}
