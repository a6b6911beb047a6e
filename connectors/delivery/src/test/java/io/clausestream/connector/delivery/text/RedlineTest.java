package io.clausestream.connector.delivery.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.text.Redline.Mark;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedlineTest {

  @Test
  void changedWordsStandWhereTheyAreExchanged() {
    Redline redline =
        redline(
            "We refund within 30 days.",
            "We may refund within 90 days.",
            span(Side.BEFORE, 17, 19),
            span(Side.AFTER, 3, 6),
            span(Side.AFTER, 21, 23));
    assertThat(shown(redline)).isEqualTo("We {+may +}refund within [-30-]{+90+} days.");
  }

  @Test
  void offsetsCountCodePoints() {
    Redline redline =
        redline("👩‍⚖️ may", "👩‍⚖️ shall", span(Side.BEFORE, 5, 8), span(Side.AFTER, 5, 10));
    assertThat(shown(redline)).isEqualTo("👩‍⚖️ [-may-]{+shall+}");
  }

  @Test
  void aBlockThatCameOrWentIsMarkedAsAWhole() {
    assertThat(shown(redline(null, "New."))).isEqualTo("{+New.+}");
    assertThat(shown(redline("Old.", null))).isEqualTo("[-Old.-]");
  }

  @Test
  void spansThatDoNotFitTheTextsLoseNoWord() {
    Redline redline =
        redline("one two", "three four", span(Side.BEFORE, 90, 99), span(Side.AFTER, -1, 5));
    assertThat(shown(redline)).isEqualTo("one two\nthree four");
  }

  @Test
  void whatIsLongLosesItsMiddle() {
    String same = "word ".repeat(100).strip();
    int length = same.length();
    Redline redline =
        redline(
            same + " 30 " + same,
            same + " 90 " + same,
            span(Side.BEFORE, length + 1, length + 3),
            span(Side.AFTER, length + 1, length + 3));
    assertThat(shown(redline.shortened(10, 50)))
        .isEqualTo(" … word word [-30-]{+90+} word word … ");
  }

  @Test
  void withoutNewWordsItIsTheTextBeforeAndWithoutGoneOnesTheTextAfter() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      Edit edit = new Edit(random);
      Redline redline = RedlineMaker.of(edit.block());
      assertThat(words(redline, Mark.NEW)).isEqualTo(edit.before.toString());
      assertThat(words(redline, Mark.GONE)).isEqualTo(edit.after.toString());
    }
  }

  /** Random words, some of them exchanged, with the spans of these. */
  private static final class Edit {
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    Edit(Random random) {
      for (int i = 0; i < 12; i++) {
        String word = "w" + random.nextInt(4) + " ";
        boolean changed = random.nextInt(3) == 0;
        put(before, Side.BEFORE, changed ? "b" + random.nextInt(3) + " " : word, changed);
        put(after, Side.AFTER, changed ? "a".repeat(random.nextInt(3)) : word, changed);
      }
    }

    private void put(StringBuilder text, Side side, String word, boolean changed) {
      if (changed && !word.isEmpty()) {
        spans.add(span(side, text.length(), text.length() + word.length()));
      }
      text.append(word);
    }

    BlockChange block() {
      return RedlineTest.block(before.toString(), after.toString(), spans);
    }
  }

  private static String words(Redline redline, Mark without) {
    return redline.pieces().stream()
        .filter(piece -> piece.mark() != without)
        .map(Redline.Piece::text)
        .collect(Collectors.joining());
  }

  private static String shown(Redline redline) {
    return redline.pieces().stream()
        .map(
            piece ->
                switch (piece.mark()) {
                  case SAME -> piece.text();
                  case GONE -> "[-" + piece.text() + "-]";
                  case NEW -> "{+" + piece.text() + "+}";
                })
        .collect(Collectors.joining());
  }

  private static Redline redline(@Nullable String before, @Nullable String after, Span... spans) {
    return RedlineMaker.of(block(before, after, List.of(spans)));
  }

  private static BlockChange block(
      @Nullable String before, @Nullable String after, List<Span> spans) {
    return BlockChange.newBuilder()
        .setOperation(BlockOperation.MODIFIED)
        .setHeadingPath(List.of())
        .setCategories(List.of())
        .setBefore(before)
        .setAfter(after)
        .setSpans(spans)
        .build();
  }

  private static Span span(Side side, int start, int end) {
    return new Span(side, start, end, null);
  }
}
