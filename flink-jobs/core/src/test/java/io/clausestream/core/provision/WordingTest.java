package io.clausestream.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4. We keep logs. | We keep logs.",
        "4.2 We keep logs. | 5.1. We keep logs.",
        "(a) we keep logs; | (c) we keep logs;",
        "iv) We keep logs | We keep logs",
        "§ 7 Wir speichern. | § 8 Wir speichern.",
        "As section 4.2 says. | As section 5.11 says.",
        "Clauses 3 apply | Clauses 4 apply",
        "WE KEEP LOGS | We keep logs."
      })
  void whatOnlyNumbersAClauseIsNoWord(String one, String other) {
    assertThat(paragraph(one)).isEqualTo(paragraph(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 days' notice. | 60 days' notice.",
        "2.5 EUR a month | 3.5 EUR a month",
        "30 Tage nach der Meldung | 60 Tage nach der Meldung",
        "2.5 percent of it | 4.5 percent of it",
        "after section 4.2, 30 days | after section 4.2, 90 days",
        "We may share it. | We may not share it.",
        "√ | ∞"
      })
  void whatCountsIsAWord(String one, String other) {
    assertThat(paragraph(one)).isNotEqualTo(paragraph(other));
  }

  @Test
  void theNumberOfAHeadingIsNoWord() {
    assertThat(Wording.ofPath(List.of("Terms", "4 Retention")))
        .isEqualTo(Wording.ofPath(List.of("Terms", "Section 5: Retention")));
    assertThat(Wording.of(List.of(new Block(BlockKind.HEADING, 2, "III. Rights"))))
        .isEqualTo("rights");
  }

  @Test
  void eachLetterOfAScriptWithoutSpacesIsAWord() {
    assertThat(paragraph("我们保存日志 30 天")).isEqualTo("我 们 保 存 日 志 30 天");
  }

  private static String paragraph(String text) {
    return Wording.of(List.of(Block.of(BlockKind.PARAGRAPH, text.strip())));
  }
}
