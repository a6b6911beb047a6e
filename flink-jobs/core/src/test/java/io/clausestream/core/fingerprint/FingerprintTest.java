package io.clausestream.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.page.FetchedPage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void aNewSessionIdChangesTheBodyHashAndNoOther() throws Exception {
    Fingerprint before = of(SamplePages.POLICY);
    Fingerprint after = of(SamplePages.POLICY.replace("8f3a9c", "77e1d0"));

    assertThat(after.body()).isNotEqualTo(before.body()).hasSize(64);
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.links()).isEqualTo(before.links());
  }

  @Test
  void oneWordChangesTheTextHash() throws Exception {
    assertThat(of(SamplePages.POLICY.replace("30&nbsp;days", "90 days")).text())
        .isNotEqualTo(of(SamplePages.POLICY).text());
  }

  @Test
  void hashesAreTheStandardOnes() throws Exception {
    assertThat(of("").body())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(
            Fingerprint.blockHashes(
                List.of(Block.of(BlockKind.PARAGRAPH, "a"), Block.of(BlockKind.LIST_ITEM, "a"))))
        .containsOnly(Fingerprint.hash64("a"));
  }

  @Test
  void idsDependOnEveryPartAndOnNothingElse() {
    Instant at = SamplePages.MONDAY;
    String id = ContentId.change("Example/Terms", "a", "b", at, 1);

    assertThat(id)
        .matches("[0-9a-f]{32}")
        .isEqualTo(ContentId.change("Example/Terms", "a", "b", at, 1));
    assertThat(
            List.of(
                ContentId.change("Example/Privacy", "a", "b", at, 1),
                ContentId.change("Example/Terms", "x", "b", at, 1),
                ContentId.change("Example/Terms", "a", "x", at, 1),
                ContentId.change("Example/Terms", "a", "b", at.plusMillis(1), 1),
                ContentId.change("Example/Terms", "a", "b", at, 2),
                ContentId.assessment(id, "1"),
                ContentId.alert(id, "1")))
        .doesNotHaveDuplicates()
        .doesNotContain(id);
  }

  private static Fingerprint of(String html) throws Exception {
    FetchedPage page = SamplePages.page(html, SamplePages.MONDAY);
    return Fingerprint.of(page, Canonicalizer.canonicalize(page));
  }
}
