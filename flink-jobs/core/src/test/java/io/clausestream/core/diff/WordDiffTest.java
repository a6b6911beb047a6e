package io.clausestream.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  private static final String[] PIECES = {
    "we",
    "may",
    "share",
    "data",
    "30",
    "days",
    ".",
    ",",
    ";",
    "über",
    "\uD83D\uDE00",
    "\uD83D\uDE01",
    "-",
    "x",
    "(",
    ")",
    "e\u0301",
    "\uD835\uDC00"
  };

  private final Random random = new Random(42);

  @Test
  void editsLeadFromAnyTextToAnyOther() {
    for (int i = 0; i < 3_000; i++) {
      String before = text(random.nextInt(40));
      assertLeads(before, random.nextBoolean() ? text(random.nextInt(40)) : edited(before, 3));
    }
  }

  @Test
  void editsLeadFromALongTextToAnyOther() {
    for (int words : new int[] {WordDiff.MAX_WORDS - 1, WordDiff.MAX_WORDS + 1, 5_000, 60_000}) {
      String before = text(words);
      assertLeads(before, edited(before, 1));
      assertLeads(before, edited(before, words / 10));
      assertLeads(before, edited(before, words));
      assertLeads(before, text(words));
    }
  }

  @Test
  void aStretchBeyondTheBoundIsReplacedWholeBetweenWhatBothEndsKeep() {
    String middle = "word ".repeat(WordDiff.MAX_LENGTH / 5);
    List<WordEdit> edits =
        WordDiff.between("First a " + middle + "end.", "First b " + middle + "another end.");
    assertThat(edits)
        .extracting(WordEdit::type)
        .containsExactly(
            WordEdit.Type.KEPT, WordEdit.Type.DELETED, WordEdit.Type.INSERTED, WordEdit.Type.KEPT);
    assertThat(edits.get(0).text()).isEqualTo("First");
    assertThat(edits.get(3).text()).isEqualTo("end.");
  }

  @Test
  void oneWordInAHugeBlockIsFoundAsOneWord() {
    String half = "We keep it. ".repeat(200_000);
    assertThat(WordDiff.between(half + "Never " + half, half + "Always " + half))
        .filteredOn(edit -> edit.type() != WordEdit.Type.KEPT)
        .extracting(WordEdit::text)
        .containsExactly("Never", "Always");
  }

  @Test
  void aSentenceThatStaysInARewrittenBlockIsKept() {
    String stays = "Disputes go to the courts of Utrecht.";
    List<WordEdit> edits =
        WordDiff.between(
            numbered("old", 600) + stays + numbered(" older", 600),
            numbered("new", 600) + stays + numbered(" newer", 600));
    assertThat(edits)
        .filteredOn(edit -> edit.type() == WordEdit.Type.KEPT)
        .anySatisfy(edit -> assertThat(edit.text()).contains(stays));
  }

  @Test
  void aCharacterOfTwoUnitsIsNeverCut() {
    assertThat(WordDiff.between("a \uD83D\uDE00", "a \uD83D\uDE01"))
        .extracting(WordEdit::text)
        .containsExactly("a", "\uD83D\uDE00", "\uD83D\uDE01");
  }

  private static String numbered(String word, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word).append(i).append(' ');
    }
    return text.append(". ").toString();
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString().strip();
  }

  private String edited(String text, int edits) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    for (int i = 0; i < edits; i++) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      words.set(random.nextInt(words.size()), random.nextBoolean() ? "" : piece + " " + piece);
    }
    return String.join(" ", words).replaceAll(" +", " ").strip();
  }

  /** Puts both texts together from the edits, and looks that each stands where it says. */
  private static void assertLeads(String before, String after) {
    StringBuilder old = new StringBuilder();
    StringBuilder now = new StringBuilder();
    for (WordEdit edit : WordDiff.between(before, after)) {
      if (edit.type() != WordEdit.Type.INSERTED) {
        assertThat(before.startsWith(edit.text(), edit.beforeStart())).isTrue();
        old.append(edit.text());
      }
      if (edit.type() != WordEdit.Type.DELETED) {
        assertThat(after.startsWith(firstWord(edit.text()), edit.afterStart())).isTrue();
        now.append(edit.text());
      }
    }
    assertThat(words(old.toString())).isEqualTo(words(before));
    assertThat(words(now.toString())).isEqualTo(words(after));
  }

  private static String firstWord(String text) {
    return Word.split(text, 0, text.length()).get(0).text();
  }

  /** A text without white space: an edit that is kept has that of the text before. */
  private static String words(String text) {
    return text.replaceAll("\\s", "");
  }
}
