package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteFrameTest {

  private static final String PRIVACY = "Lanternfold/Privacy Policy";
  private static final String TERMS = "Lanternfold/Terms of Service";
  private static final String DATA = "# Your data\n" + Texts.clauses("data", 12) + "\n";
  private static final String CONTRACT = "# The contract\n" + Texts.clauses("contract", 12) + "\n";
  private static final String DIALOG =
      "Lanternfold and 214 partners store cookies on your device and read them to show you ads.\n"
          + "You can agree to all of it, or choose what you agree to and come back to it later.\n";

  private static final String OLD_ADDRESS = "Lanternfold Limited, 4 Wick Street, Old Harbour\n";
  private static final String NEW_ADDRESS =
      "Company seat since this spring: 81 Candle Row in Newmarsh\n";

  @Test
  void aConsentDialogThatComesOnTwoSiblingsIsNotTold() {
    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(DATA))
                .fetch(TERMS, 0, terms(CONTRACT))
                .fetch(PRIVACY, 6, privacy(DIALOG + DATA))
                .fetch(TERMS, 6, terms(DIALOG + CONTRACT))
                .expire(7)
                .told())
        .containsExactly(
            "0 FIRST", "0 FIRST", "6 SUPPRESSED SITE_FRAME", "6 SUPPRESSED SITE_FRAME");
  }

  @Test
  void aConsentDialogThatGoesFromTwoSiblingsIsNotTold() {
    DetectorHarness harness =
        new DetectorHarness()
            .fetch(PRIVACY, 0, privacy(DIALOG + DATA))
            .fetch(TERMS, 0, terms(DIALOG + CONTRACT))
            .fetch(PRIVACY, 6, privacy(DATA))
            .fetch(TERMS, 6, terms(CONTRACT))
            .expire(24);

    assertThat(harness.changes()).isEmpty();
    assertThat(harness.state().agenda().deadlines()).isEmpty();
  }

  @Test
  void whatComesAtTheEdgeOfOneDocumentAloneIsToldAfterARound() {
    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(DATA))
                .fetch(TERMS, 0, terms(CONTRACT))
                .fetch(PRIVACY, 6, privacy(DATA + "We pass your letters on to advertisers.\n"))
                .fetch(TERMS, 6, terms(CONTRACT))
                .expire(7)
                .told())
        .containsExactly("0 FIRST", "0 FIRST", "6 VERIFIED", "6 CHANGED at 7");
  }

  @Test
  void anAddressEditedAtTheEndOfSeveralDocumentsIsTold() {
    DetectorHarness harness =
        new DetectorHarness()
            .fetch(PRIVACY, 0, privacy(DATA + OLD_ADDRESS))
            .fetch(TERMS, 0, terms(CONTRACT + OLD_ADDRESS))
            .fetch(PRIVACY, 6, privacy(DATA + NEW_ADDRESS))
            .fetch(TERMS, 6, terms(CONTRACT + NEW_ADDRESS))
            .expire(7);

    assertThat(harness.changes())
        .extracting(change -> change.ref().documentId())
        .containsExactlyInAnyOrder(PRIVACY, TERMS);
  }

  @Test
  void aClauseBetweenOthersIsNoFrameThoughItStandsElsewhereToo() {
    String copied = "Marrowby shares what you upload with everyone who asks for it in writing.\n";

    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(DATA))
                .fetch(TERMS, 0, terms(CONTRACT + copied))
                .fetch(PRIVACY, 6, privacy(DATA.replace("dataga", copied + "dataga")))
                .told())
        .endsWith("6 CHANGED at 6");
  }

  @Test
  void variantsOfOneDocumentSayNothingOfEachOthersFrame() {
    String clause = "You may return a lantern within 14 days and we pay for the way back.\n";

    assertThat(
            new DetectorHarness()
                .fetch(TERMS, 0, terms(CONTRACT + "This version is for readers in Europe.\n"))
                .fetch(TERMS + " US", 0, terms(CONTRACT + "This version is for the Americas.\n"))
                .fetch(
                    TERMS, 6, terms(CONTRACT + "This version is for readers in Europe.\n" + clause))
                .fetch(
                    TERMS + " US",
                    6,
                    terms(CONTRACT + "This version is for the Americas.\n" + clause))
                .told())
        .containsExactly("0 FIRST", "0 FIRST", "6 CHANGED at 6", "6 CHANGED at 6");
  }

  @Test
  void textsWithMostOfTheirBlocksInCommonAreKin() {
    Outline contract = outline(CONTRACT);

    assertThat(SiteFrame.isKin(contract, outline(CONTRACT + DIALOG))).isTrue();
    assertThat(SiteFrame.isKin(outline("# The contract\n"), contract)).isTrue();
    assertThat(SiteFrame.isKin(contract, outline(DATA + DIALOG))).isFalse();
  }

  @Test
  void theSameChangeOfAPageThatTwoDocumentsShareIsToldOnce() {
    String changed = CONTRACT.replace("contractca", "notice of thirty days and contractca");

    assertThat(
            new DetectorHarness()
                .fetch(TERMS, 0, terms(CONTRACT))
                .fetch(PRIVACY, 0, terms(CONTRACT))
                .fetch(TERMS, 6, terms(changed))
                .fetch(PRIVACY, 6, terms(changed))
                .told())
        .endsWith("6 CHANGED at 6", "6 SUPPRESSED TOLD_ELSEWHERE");
  }

  @Test
  void aWholeTextInOneBlockThatIsEditedIsToldAtOnce() {
    String whole = Texts.clauses("letter", 900).replace('\n', ' ');
    String edited = whole.replace("letterjbthree", "lettertenthree without notice");
    List<Block> before = Texts.blocks(whole);
    assertThat(before).singleElement().matches(block -> block.text().length() > 40_000);

    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(DATA))
                .fetch(TERMS, 0, terms(whole))
                .fetch(TERMS, 6, terms(edited))
                .told())
        .endsWith("6 CHANGED at 6");
  }

  @Test
  void aWholeTextInOneBlockOfWhichHalfIsRewrittenIsToldAtOnce() {
    String kept = Texts.clauses("letter", 400).replace('\n', ' ');
    String before = kept + " " + Texts.clauses("parcel", 676).replace('\n', ' ');
    String after = kept + " " + Texts.clauses("stamp", 676).replace('\n', ' ');
    List<Hunk> hunks = BlockDiff.between(Texts.blocks(before), Texts.blocks(after));
    assertThat(hunks)
        .allMatch(hunk -> hunk.textBefore().length() + hunk.textAfter().length() > 40_000);

    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(DATA))
                .fetch(TERMS, 0, terms(before))
                .fetch(TERMS, 6, terms(after))
                .told())
        .endsWith("6 CHANGED at 6");
  }

  private static Outline outline(String lines) {
    return Outline.of("", Texts.blocks(lines));
  }

  private static String privacy(String lines) {
    return Texts.page("Privacy Policy - Lanternfold", lines);
  }

  private static String terms(String lines) {
    return Texts.page("Terms of Service - Lanternfold", lines);
  }
}
