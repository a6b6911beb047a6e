package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorialTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We protect our neighbours' privacy.       | We protect our neighbors' privacy.",
        "You authorise us to open your letters.    | You authorize us to open your letters.",
        "Write to our help centre.                 | Write to our help center.",
        "We send you the letter.                   | We send you the letters.",
        "7. Disputes                               | 8. Disputes",
        "3. We keep letters.                       | 4.1 We keep letters.",
        "(b) We keep letters.                      | (c) We keep letters.",
        "Sections 4 and clause 5 days later.       | Sections 6 and clause 5 days later.",
        "As section 4.2 says, we keep letters.     | As Section 5 says, we keep letters.",
        "Write to https://old.example/write today. | Write to https://new.example/letters today.",
      })
  void spellingNumbersOfClausesAndAddressesSayTheSame(String before, String after) {
    assertThat(key(before)).isEqualTo(key(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You may write to us.                     | You must write to us.",
        "You may write to us.                     | You can write to us.",
        "This clause if accepted binds you.       | This clause is accepted binds you.",
        "We keep letters for 30 days.             | We keep letters for 90 days.",
        "Under this section 30 days are given.    | Under this section 90 days are given.",
        "By this clause 12-month leases end.      | By this clause 24-month leases end.",
        "Nach dieser Ziffer 14 Tage lang.         | Nach dieser Ziffer 30 Tage lang.",
        "In this paragraph 5 % is the fee.        | In this paragraph 9 % is the fee.",
        "We keep letters for thirty days.         | We keep letters for ninety days.",
        "We do not sell letters.                  | We do sell letters.",
        "We do not sell letters.                  | We do now sell letters.",
        "Letters are lawful.                      | Letters are unlawful.",
        "Write to letters@quillstead.example      | Write to office@quillstead.example",
        "A letter costs 2 crowns.                 | A letter costs 3 crowns.",
        "2.9 % fee on each letter                 | 3.5 % fee on each letter",
        "1.000 Euro are due on a breach           | 5.000 Euro are due on a breach",
        "We act under Article 6 GDPR.             | We act under Article 9 GDPR.",
        "You go to a court, not to an arbitrator. | You go to an arbitrator, not to a court.",
        "You indemnify Lanternfold.               | Lanternfold indemnify you.",
        "The employer bears the cost.             | The employee bears the cost.",
        "The licensor bears the cost.             | The licensee bears the cost.",
        "You keep the copyright of works made before 2020. | We own the copyright of works made before 2020.",
        "We delete letters that came more than a year ago. | We sell letters that came more than a year ago.",
      })
  void anotherWordOrderOrNumberNeverSaysTheSame(String before, String after) {
    assertThat(key(before)).isNotEqualTo(key(after));
  }

  @Test
  void theOrderOfWordsCountsInASentenceAndNotInARowOfATable() {
    assertThat(Editorial.key(Block.of(BlockKind.TABLE_ROW, "Inkwell | Harbour")))
        .isEqualTo(Editorial.key(Block.of(BlockKind.TABLE_ROW, "Harbour | Inkwell")))
        .isNotEqualTo(Editorial.key(Block.of(BlockKind.TABLE_ROW, "Harbour | Candlework")));
    assertThat(key("Inkwell pays Harbour")).isNotEqualTo(key("Harbour pays Inkwell"));
  }

  @Test
  void mayThatBecomesMustIsToldAndAnotherSpellingIsNot() {
    String policy = Texts.clauses("letter", 12) + "\nYou may carry a coloured lantern by night.";

    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page("Rules", policy))
                .fetch(6, Texts.page("Rules", policy.replace("coloured", "colored")))
                .fetch(12, Texts.page("Rules", policy.replace("may", "must")))
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED EDITORIAL", "12 CHANGED at 12");
  }

  private static String key(String text) {
    return Editorial.key(Block.of(BlockKind.PARAGRAPH, text));
  }
}
