package io.clausestream.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class DiffPageTest {

  private static final String EVIL =
      "</p><script>alert(1)</script><img src=x onerror=\"a\">&amp;\u202e";

  @Test
  void theRedlineIsMarkedUp() {
    Document page = page(Judgement.Kind.CHANGED, Optional.of(Records.change()), Optional.empty());

    assertThat(page.select("header .badge.high").text()).isEqualTo("HIGH");
    assertThat(page.select("h1").text()).isEqualTo("old.html → new.html");
    assertThat(page.select("main del").text()).isEqualTo("may");
    assertThat(page.select("main ins").text()).isEqualTo("will");
    assertThat(page.text()).contains("against the user", "New: 'will share' binds.");
  }

  @Test
  void aProvisionHasItsSeverityItsNumbersAndItsReasonsBesideItsRedline() {
    Document page = page(Judgement.Kind.CHANGED, Optional.of(Records.change()), Optional.empty());

    assertThat(page.select("section h2").text()).isEqualTo("HIGH reworded Terms › Sharing");
    assertThat(page.select("section .quantity").text()).isEqualTo("1 month → 90 days");
    assertThat(page.select("section .facts").text()).contains("names gdpr");
    assertThat(page.select("section .why li").text())
        .isEqualTo("New: 'will share' binds. sharing.more");
    assertThat(page.select("header li").text()).doesNotContain("binds");
  }

  @Test
  void wordsThatMadeARuleApplyAreMarkedWithItsId() {
    Document page = page(Judgement.Kind.CHANGED, Optional.of(Records.change()), Optional.empty());

    assertThat(page.select(".passage").html())
        .isEqualTo(
            "We <del>may</del><ins><mark title=\"sharing.more\">will</mark></ins>"
                + "<mark title=\"sharing.more\"> share</mark> data.");
  }

  @Test
  void aRecordWithoutProvisionsShowsPassagesUnderTheirHeadings() {
    PageChange change = Records.change();
    change.setProvisions(List.of());

    Document page = page(Judgement.Kind.CHANGED, Optional.of(change), Optional.empty());

    assertThat(page.select("main h2").text()).isEqualTo("Terms › Sharing");
    assertThat(page.select("header li").text()).contains("New: 'will share' binds.");
  }

  @Test
  void whatThePageSaysIsTextAndNeverMarkup() {
    PageChange change = Records.change();
    change.setBlocks(List.of(Records.added(EVIL), Records.removed(EVIL)));
    change.setSummary(List.of(EVIL));
    change.setCategories(List.of(EVIL));
    change.setProvisions(List.of(Records.provision(null, Severity.HIGH, new Reason(EVIL, EVIL))));
    change.getProvisions().get(0).setHeadingPath(List.of(EVIL));
    change.getProvisions().get(0).setAuthorities(List.of(EVIL));
    change.getBlocks().get(0).setSpans(List.of(new Span(Side.AFTER, 0, 4, EVIL)));

    Document page = page(Judgement.Kind.CHANGED, Optional.of(change), Optional.empty());

    assertThat(page.select("script, img, [onerror]")).isEmpty();
    assertThat(page.select("main ins").text()).contains("<script>alert(1)</script>", "&amp;");
    assertThat(page.outerHtml()).doesNotContain("\u202e");
  }

  @Test
  void thePageNeedsNothingElse() {
    Document page = page(Judgement.Kind.CHANGED, Optional.of(Records.change()), Optional.empty());

    assertThat(page.select("[src], link, script, a")).isEmpty();
    assertThat(page.select("style").html()).isNotEmpty().doesNotContain("url(", "@import");
  }

  @Test
  void whatDoesNotAlertIsShownWithItsReason() {
    Suppression quiet =
        Records.suppression(
            SuppressionVerdict.SUPPRESSED,
            "MOVED_BLOCKS",
            Instant.EPOCH,
            Records.added("A passage."));
    quiet.setBlocksOmitted(3);
    Document page = page(Judgement.Kind.SUPPRESSED, Optional.empty(), Optional.of(quiet));

    assertThat(page.select(".badge.quiet").text()).isEqualTo("MOVED_BLOCKS");
    assertThat(page.select(".verdict").text()).contains("would not alert");
    assertThat(page.select(".more").text()).isEqualTo("and 3 more passages");
  }

  @Test
  void whatIsUnchangedSaysSo() {
    Document page = page(Judgement.Kind.UNCHANGED, Optional.empty(), Optional.empty());

    assertThat(page.select(".badge").text()).isEqualTo("UNCHANGED");
    assertThat(page.select(".passage")).isEmpty();
  }

  private static Document page(
      Judgement.Kind kind, Optional<PageChange> change, Optional<Suppression> suppression) {
    Judgement judgement =
        new Judgement(kind, change, suppression, Optional.empty(), "a".repeat(64), "b".repeat(64));
    Document page = Jsoup.parse(DiffPage.of("old.html", "new.html", judgement));
    page.outputSettings().prettyPrint(false);
    return page;
  }
}
