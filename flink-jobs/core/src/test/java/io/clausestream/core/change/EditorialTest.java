package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorialTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quillstead recieves your letters.         | Quillstead receives your letters.",
        "We protect our neighbours' privacy.       | We protect our neighbors' privacy.",
        "3. We keep letters.                       | 4.1 We keep letters.",
        "(b) We keep letters.                      | (c) We keep letters.",
        "As section 4.2 says, we keep letters.     | As Section 5 says, we keep letters.",
        "Write to https://old.example/write today. | Write to https://new.example/letters today.",
        "Name, address and telephone number.       | Telephone number, name and address.",
      })
  void spellingNumbersOfClausesAddressesAndTheOrderOfAListSayTheSame(String before, String after) {
    assertThat(Editorial.isSame(before, after)).isTrue();
    assertThat(Editorial.isSame(after, before)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You may write to us.                | You must write to us.",
        "You may write to us.                | You can write to us.",
        "We keep letters for 30 days.        | We keep letters for 90 days.",
        "We keep letters for thirty days.    | We keep letters for ninety days.",
        "We do not sell letters.             | We do sell letters.",
        "We do not sell letters.             | We do now sell letters.",
        "Letters are lawful.                 | Letters are unlawful.",
        "Write to letters@quillstead.example | Write to office@quillstead.example",
        "A letter costs 2 crowns.            | A letter costs 3 crowns.",
      })
  void anotherWordOrNumberNeverSaysTheSame(String before, String after) {
    assertThat(Editorial.isSame(before, after)).isFalse();
    assertThat(Editorial.isSame(after, before)).isFalse();
  }

  @Test
  void aTextWithManyMisspeltWordsWasReworded() {
    assertThat(Editorial.isSame("letterx ".repeat(6), "lettery ".repeat(6))).isTrue();
    assertThat(Editorial.isSame("letterx ".repeat(7), "lettery ".repeat(7))).isFalse();
  }

  @Test
  void mayThatBecomesMustIsToldAndAMisspellingIsNot() {
    String policy = Texts.clauses("letter", 12) + "\nYou may carry a lantern after nightfall.";

    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page("Rules", policy))
                .fetch(6, Texts.page("Rules", policy.replace("nightfall", "nigthfall")))
                .fetch(12, Texts.page("Rules", policy.replace("may", "must")))
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED EDITORIAL", "12 CHANGED at 12");
  }
}
