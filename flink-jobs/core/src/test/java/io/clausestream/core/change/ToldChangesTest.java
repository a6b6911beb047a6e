package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small differences that turn a document around are told, whatever else could explain them. */
class ToldChangesTest {

  private static final String PRIVACY = "Lanternfold/Privacy Policy";
  private static final String TERMS = "Lanternfold/Terms of Service";
  private static final String DATA = "# Your data\n" + Texts.clauses("data", 12) + "\n";
  private static final String CONTRACT = "# The contract\n" + Texts.clauses("contract", 12) + "\n";
  private static final String COURT = "Disputes are heard by the court at your place of home.\n";
  private static final String ARBITRATION =
      "Disputes go to binding arbitration, and you waive your right to a class action.\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You keep the copyright of works made before 2020. | We own the copyright of works made before 2020.",
        "We delete letters that came more than a year ago. | We sell letters that came more than a year ago.",
        "2.9 % fee on each parcel                          | 3.5 % fee on each parcel",
        "1.000 Euro are due on a breach                    | 5.000 Euro are due on a breach",
        "You go to a court, not to an arbitrator.          | You go to an arbitrator, not to a court.",
        "You go to an arbitrator, not to a court.          | You go to a court, not to an arbitrator.",
        "You indemnify Lanternfold                         | Lanternfold indemnify you",
        "The employer bears the cost.                      | The employee bears the cost.",
        "The licensor bears the cost.                      | The licensee bears the cost.",
        "We act under Article 6 GDPR.                      | We act under Article 9 GDPR.",
        "This clause if accepted ends the contract.        | This clause is accepted ends the contract.",
      })
  void aWordThatTurnsAClauseAroundIsTold(String before, String after) {
    String policy = CONTRACT + "# Last words\n%s\n" + Texts.clauses("closing", 3);

    assertThat(
            new DetectorHarness()
                .fetch(TERMS, 0, terms(policy.formatted(before)))
                .fetch(TERMS, 6, terms(policy.formatted(after)))
                .told())
        .containsExactly("0 FIRST", "6 CHANGED at 6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Updated: 5 days ago                | Updated: 6 days ago",
        "© 2025 Lanternfold                 | © 2026 Lanternfold",
        "You authorise us to open a letter. | You authorize us to open a letter.",
        "Write to our help centre.          | Write to our help center.",
        "7. Disputes                        | 8. Disputes",
        "Last updated: 1 March 2026         | Last updated: 15 April 2026",
      })
  void whatSaysTheSameIsNotTold(String before, String after) {
    String policy = CONTRACT + "%s\n" + Texts.clauses("closing", 3);

    assertThat(
            new DetectorHarness()
                .fetch(TERMS, 0, terms(policy.formatted(before)))
                .fetch(TERMS, 6, terms(policy.formatted(after)))
                .changes())
        .isEmpty();
  }

  @Test
  void aClauseThatComesAtTheEndOfTwoDocumentsIsTold() {
    assertThat(
            ofTwo(DATA, CONTRACT)
                .fetch(PRIVACY, 6, privacy(DATA + ARBITRATION))
                .fetch(TERMS, 6, terms(CONTRACT + ARBITRATION))
                .expire(48)
                .changes())
        .extracting(change -> change.ref().documentId())
        .containsExactlyInAnyOrder(PRIVACY, TERMS);
  }

  @Test
  void aClauseBetweenASharedHeadingAndASharedAddressIsTold() {
    String heading = "# Contact and returns\n";
    String address = "Lanternfold Limited, 4 Wick Street, Old Harbour\n";

    assertThat(
            ofTwo(DATA + heading + address, CONTRACT + heading + address)
                .fetch(TERMS, 6, terms(CONTRACT + heading + "No refunds are given.\n" + address))
                .expire(48)
                .changes())
        .extracting(change -> change.ref().documentId())
        .containsExactly(TERMS);
  }

  @Test
  void aClauseThatTwoDocumentsShareAndOneDropsIsTold() {
    assertThat(
            ofTwo(DATA + COURT, CONTRACT + COURT)
                .fetch(TERMS, 6, terms(CONTRACT))
                .expire(48)
                .changes())
        .extracting(change -> change.ref().documentId())
        .containsExactly(TERMS);
  }

  @Test
  void aMenuOfLinksThatComesOnTwoDocumentsIsNotTold() {
    String menu = "- Our story\n- Careers at the harbour\n- Press room\n- Lamps on sale\n";

    assertThat(
            ofTwo(DATA, CONTRACT)
                .fetch(PRIVACY, 6, privacy(DATA + menu))
                .fetch(TERMS, 6, terms(CONTRACT + menu))
                .expire(48)
                .changes())
        .isEmpty();
  }

  @Test
  void aTableOfContentsThatComesIsNotTold() {
    String policy = DATA + "# Where letters go\n" + Texts.clauses("letter", 6) + "\n";

    assertThat(
            new DetectorHarness()
                .fetch(PRIVACY, 0, privacy(policy))
                .fetch(
                    PRIVACY,
                    6,
                    privacy("Table of contents\n- Your data\n- Where letters go\n" + policy))
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED CONTENTS_LIST");
  }

  @Test
  void aHalfThatWasBelievedDoesNotHideWhatComesWithTheWhole() {
    String half = Texts.clauses("contract", 6);
    String whole = half + "\n" + Texts.clauses("parcel", 14) + "\n";
    String clause = "We may end the contract at any time without notice.\n";

    DetectorHarness harness =
        new DetectorHarness()
            .fetch(TERMS, 0, terms(whole))
            .fetch(TERMS, 6, terms(half))
            .fetch(TERMS, 12, terms(half))
            .fetch(TERMS, 18, terms(whole + clause))
            .expire(48);

    assertThat(harness.changes().get(harness.changes().size() - 1).assessment().blocks())
        .extracting(block -> block.hunk().textAfter())
        .contains(clause.strip());
  }

  @Test
  void anotherPageThatStaysForMoreThanAMonthIsBelieved() {
    DetectorHarness harness = new DetectorHarness().fetch(TERMS, 0, terms(CONTRACT));
    String other = Texts.page("Rules of the harbour", "# Harbour\n" + Texts.clauses("boat", 30));
    IntStream.rangeClosed(1, 4 * 32).forEach(i -> harness.fetch(TERMS, 6 * i, other));
    harness.expire(6 * 4 * 34);

    assertThat(harness.state().text(TERMS))
        .isNotEmpty()
        .first()
        .matches(b -> b.text().equals("Harbour"));
    assertThat(harness.told())
        .contains("6 BAD_CAPTURE ANOTHER_PAGE")
        .last()
        .asString()
        .endsWith("VERIFIED");
    assertThat(harness.changes()).hasSize(1);
  }

  private static DetectorHarness ofTwo(String privacy, String terms) {
    return new DetectorHarness().fetch(PRIVACY, 0, privacy(privacy)).fetch(TERMS, 0, terms(terms));
  }

  private static String privacy(String lines) {
    return Texts.page("Privacy Policy - Lanternfold", lines);
  }

  private static String terms(String lines) {
    return Texts.page("Terms of Service - Lanternfold", lines);
  }
}
