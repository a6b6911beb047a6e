package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.diff.BlockDiff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfChangingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Updated 3 days ago          | Updated 4 days ago",
        "Updated yesterday           | Updated 2 days ago",
        "Mis à jour il y a 2 jours   | Mis à jour il y a 3 jours",
        "Aktualisiert vor 2 Wochen   | Aktualisiert vor 3 Wochen",
        "Actualizado hace un mes     | Actualizado hace 2 meses",
        "© 2025 Quillstead           | © 2026 Quillstead",
        "Copyright 2025 Quillstead   | Copyright 2025-2026 Quillstead",
      })
  void agesAndYearsOfACopyrightChangeByThemselves(String before, String after) {
    assertThat(isExplained(before, after)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Last updated: 1 March 2026            | Last updated: 15 April 2026",
        "We keep letters for 30 days.          | We keep letters for 90 days.",
        "Letters of 3 days ago are kept for us | Letters of 4 days ago are kept for us",
        "You keep the copyright of a letter.   | We take the copyright of a letter.",
        "Updated 3 days ago                    | You pay us for each of 3 days",
      })
  void datesTermsAndClausesDoNot(String before, String after) {
    assertThat(isExplained(before, after)).isFalse();
  }

  private static boolean isExplained(String before, String after) {
    return BlockDiff.between(Texts.blocks(before), Texts.blocks(after)).stream()
        .allMatch(SelfChanging::explains);
  }
}
