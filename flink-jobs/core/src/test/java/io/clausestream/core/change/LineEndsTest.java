package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No refunds.",
        "He said \"no.\"",
        "(Not for sale!)",
        "Your data:",
        "No more…",
        "不予退款。",
        "可以吗？",
        "«Non.»",
        "هل يمكن؟",
        "کوئی واپسی نہیں۔",
        "वापसी नहीं।"
      })
  void sentencesOfAnyScriptEnd(String text) {
    assertThat(LineEnds.ends(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Back to top", "More (3)", "\"Help\"", ")", "Zurück"})
  void labelsDoNot(String text) {
    assertThat(LineEnds.ends(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不予退款",
        "返金はありません",
        "ไม่มีการคืนเงิน",
        "ບໍ່ມີການຄືນເງິນ",
        "មិនសងប្រាក់វិញ",
        "ပြန်မအမ်းပါ",
        "App 不予退款"
      })
  void wordsOfSomeScriptsAreNotSetApart(String text) {
    assertThat(LineEnds.hasNoSpaces(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Back to top", "Наверх", "العودة إلى الأعلى", "맨 위로"})
  void wordsOfOthersAre(String text) {
    assertThat(LineEnds.hasNoSpaces(text)).isFalse();
  }
}
