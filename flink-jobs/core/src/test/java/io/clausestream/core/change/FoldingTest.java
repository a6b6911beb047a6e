package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {

  private static final String[] PIECES = {
    "a",
    "A",
    "b",
    "1",
    " ",
    "-",
    ".",
    "\u2019",
    "\u00C9",
    "\u00E9",
    "\u03A3",
    "\u0130",
    "\u00A0",
    "\uD835\uDC00",
    "\uD83D\uDE00"
  };

  private final Random random = new Random(7);

  @Test
  void lettersAndDigitsAloneAreKeptInLowerCase() {
    assertThat(Folding.fold("(1) We MAY share \u2013 \u00C9t\u00E9 \uD83D\uDE00."))
        .isEqualTo("1wemayshare\u00E9t\u00E9");
  }

  @Test
  void textsAreTheSameWhenTheyFoldToTheSame() {
    int same = 0;
    for (int i = 0; i < 20_000; i++) {
      String one = text();
      String other = text();
      boolean expected = Folding.fold(one).equals(Folding.fold(other));
      assertThat(Folding.same(one, other)).as("'%s' and '%s'", one, other).isEqualTo(expected);
      same += expected ? 1 : 0;
    }
    assertThat(same).isBetween(100, 19_000);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(5); length > 0; length--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
