package io.clausestream.connector.delivery.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void aLineHasNoBreaksAndSingleSpaces() {
    assertThat(SafeText.line(" a\r\n\tb \u2028 c\u0085d\u00A0e ")).isEqualTo("a b c d\u00A0e");
  }

  @Test
  void whatReordersOrHidesIsShownAndControlsAreDropped() {
    assertThat(SafeText.lines("a\u202Eb\u2066c\u0000d\u001Be\u200Bf\uFEFFg\uD800h\uFFFFi\nj"))
        .isEqualTo("a\uFFFDb\uFFFDcdefg\uFFFDhi\nj");
  }

  @Test
  void lettersOfEveryScriptAndEmojiStay() {
    String text = "Ä ß ç Ω Ж 中 עברית العربية 👩‍⚖️ e\u0301";
    assertThat(SafeText.line(text)).isEqualTo(text);
  }

  @Test
  void noTextWhateverLeavesAControlCharacter() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      String text =
          random
                  .ints(50, 0, 0x110000)
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                  .toString()
              + Samples.HOSTILE;
      assertThat(SafeText.line(text).codePoints())
          .noneMatch(c -> Character.isISOControl(c) || c >= 0x202A && c <= 0x202E);
      assertThat(SafeText.line(SafeText.line(text))).isEqualTo(SafeText.line(text));
    }
  }
}
