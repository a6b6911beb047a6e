package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSearchTest {

  @Test
  void eachPieceOfATextStandsInItAndNoOther() {
    String text = "abaabaabbabaab";
    for (int length = 0; length <= 5; length++) {
      for (int word = 0; word < 1 << length; word++) {
        String part = part(word, length);
        assertThat(TextSearch.contains(text, part)).as(part).isEqualTo(text.contains(part));
      }
    }
  }

  @Test
  void aPartLongerThanTheTextDoesNot() {
    assertThat(TextSearch.contains("ab", "abc")).isFalse();
    assertThat(TextSearch.contains("", "a")).isFalse();
  }

  private static String part(int word, int length) {
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < length; i++) {
      part.append((word >> i & 1) == 0 ? 'a' : 'b');
    }
    return part.toString();
  }
}
