package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of this release and those of the release before read differently. */
class CanonicalRulesTest {

  @Test
  void aPartThatCameLateIsReadInItsPlaceSinceVersionThree() throws Exception {
    differs(
        "<main><h1>Terms</h1><!--$?--><template id='B:0'></template><p>Wait.</p><!--/$-->"
            + "<p>Text.</p></main><div hidden id='S:0'><p>Late.</p></div>"
            + "<script>$RC(\"B:0\",\"S:0\")</script>",
        List.of("Terms", "Late.", "Text."),
        List.of("Terms", "Wait.", "Text."));
  }

  @Test
  void aDeclarativeShadowRootIsReadSinceVersionThree() throws Exception {
    differs(
        "<main><my-box><template shadowrootmode='open'><p>Shown.</p></template></my-box>"
            + "<template><p>Not shown.</p></template><p>Text.</p></main>",
        List.of("Shown.", "Text."),
        List.of("Text."));
  }

  @Test
  void whatIsShownWithoutScriptsIsReadWhereNothingElseIsSinceVersionThree() throws Exception {
    String document = "We keep what you send us. ".repeat(50).strip();
    differs(
        "<div id='root'></div><noscript><p>" + document + "</p></noscript>",
        List.of(document),
        List.of());
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
