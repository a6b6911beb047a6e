package io.clausestream.cli.console;

import static io.clausestream.cli.Records.added;
import static io.clausestream.cli.Records.modified;
import static io.clausestream.cli.Records.removed;
import static io.clausestream.cli.Records.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.console.Redline.Fate;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedlineTest {

  @Test
  void aReplacedWordIsMarkedOnBothSides() {
    assertThat(
            plain(
                modified(
                    "We may share data.",
                    "We will share data.",
                    span(Side.BEFORE, 3, 6),
                    span(Side.AFTER, 3, 7))))
        .isEqualTo("We [-may-]{+will+} share data.");
  }

  @Test
  void anInsertedWordKeepsTheSpacesAroundIt() {
    assertThat(plain(modified("We share data.", "We may share data.", span(Side.AFTER, 3, 6))))
        .isEqualTo("We {+may+} share data.");
  }

  @Test
  void aDeletedWordKeepsTheSpacesAroundIt() {
    assertThat(plain(modified("We may share data.", "We share data.", span(Side.BEFORE, 3, 6))))
        .isEqualTo("We [-may-] share data.");
  }

  @Test
  void wordsInsertedAtTheEndAreApartFromTheLastOne() {
    assertThat(plain(modified("We share", "We share data", span(Side.AFTER, 9, 13))))
        .isEqualTo("We share {+data+}");
  }

  @Test
  void wordsBeforePunctuationAreInsertedBeforeIt() {
    assertThat(plain(modified("Share data.", "Share data and more.", span(Side.AFTER, 11, 19))))
        .isEqualTo("Share data {+and more+}.");
  }

  @Test
  void offsetsCountCodePoints() {
    assertThat(
            plain(
                modified(
                    "😀 may end", "😀 will end", span(Side.BEFORE, 2, 5), span(Side.AFTER, 2, 6))))
        .isEqualTo("😀 [-may-]{+will+} end");
  }

  @Test
  void wordsThatMadeARuleApplyAreMarkedWhereverTheyStand() {
    BlockChange block =
        modified(
            "We may share.",
            "We will share.",
            span(Side.BEFORE, 3, 6),
            span(Side.AFTER, 3, 7),
            new Span(Side.AFTER, 3, 13, "sharing.more"),
            new Span(Side.AFTER, 3, 7, "duty.new"));

    assertThat(Redline.of(block).runs())
        .containsExactly(
            new Redline.Run(Fate.KEPT, "We ", ""),
            new Redline.Run(Fate.DELETED, "may", ""),
            new Redline.Run(Fate.INSERTED, "will", "sharing.more, duty.new"),
            new Redline.Run(Fate.KEPT, " share", "sharing.more"),
            new Redline.Run(Fate.KEPT, ".", ""));
  }

  @Test
  void wordsThatOnlyTellTheSubjectAreNotMarked() {
    Span subject = new Span(Side.AFTER, 3, 8, "data-sharing");

    assertThat(Redline.of(modified("We share.", "We share.", subject)).runs())
        .containsExactly(new Redline.Run(Fate.KEPT, "We share.", ""));
  }

  @Test
  void outsideATerminalMarksDoNotBreakTheBrackets() {
    BlockChange block = added("We will share.");
    block.setSpans(List.of(new Span(Side.AFTER, 3, 7, "duty.new")));

    assertThat(plain(block)).isEqualTo("{+We will share.+}");
  }

  @Test
  void inALongNewPassageTheWordsThatMadeARuleApplyAreShown() {
    BlockChange block = added("word ".repeat(300) + "binding arbitration" + " word".repeat(300));
    block.setSpans(List.of(new Span(Side.AFTER, 1500, 1519, "arbitration.required")));

    assertThat(plain(block)).contains(" … ", "binding arbitration").hasSizeLessThan(800);
    assertThat(Redline.of(block).renderWhole(Palette.PLAIN)).hasSize(3019 + 4);
  }

  @Test
  void spansThatPointBehindTheTextMarkWhatIsThere() {
    BlockChange block = added("short");
    block.setSpans(List.of(new Span(Side.AFTER, 2, 99, "duty.new")));

    assertThat(Redline.of(block).runs())
        .containsExactly(
            new Redline.Run(Fate.INSERTED, "sh", ""),
            new Redline.Run(Fate.INSERTED, "ort", "duty.new"));
  }

  @Test
  void wholeBlocksAreInsertedOrDeleted() {
    assertThat(plain(added("All new."))).isEqualTo("{+All new.+}");
    assertThat(plain(removed("All gone."))).isEqualTo("[-All gone.-]");
  }

  @Test
  void whatSpansDoNotExplainIsShownAllTheSame() {
    assertThat(plain(modified("one two", "one six"))).isEqualTo("one [-two-]{+six+}");
  }

  @Test
  void longUnchangedStretchesAreShortened() {
    String kept = "word ".repeat(100);

    String shown =
        plain(
            modified(
                kept + "may",
                kept + "will",
                span(Side.BEFORE, 500, 503),
                span(Side.AFTER, 500, 504)));

    assertThat(shown).startsWith("… word").endsWith("word [-may-]{+will+}").hasSizeLessThan(120);
  }

  @Test
  void aPageCannotRepaintTheTerminal() {
    assertThat(plain(added("red \u001b[31m and \u202e back")))
        .isEqualTo("{+red  [31m and   back+}");
  }

  @Test
  void onATerminalColoursTakeThePlaceOfBrackets() {
    BlockChange block =
        modified("a may", "a will", span(Side.BEFORE, 2, 5), span(Side.AFTER, 2, 6));

    assertThat(Redline.of(block).render(Palette.COLOUR))
        .isEqualTo("a \u001b[31;9mmay\u001b[0m\u001b[32mwill\u001b[0m");
  }

  private static String plain(BlockChange block) {
    return Redline.of(block).render(Palette.PLAIN);
  }
}
