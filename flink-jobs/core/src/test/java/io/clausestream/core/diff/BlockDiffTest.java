package io.clausestream.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.Canonicalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockDiffTest {

  @Test
  void anEditedPolicyGivesTheBlocksThatDifferWithTheirPlaces() throws Exception {
    String after =
        SamplePages.POLICY
            .replace("30&nbsp;days", "90 days")
            .replace("<li>Hosting providers</li>", "")
            .replace("<h2>Sharing</h2>", "<h2>Sharing</h2><p>We sell nothing to anybody.</p>");

    assertThat(BlockDiff.between(blocks(SamplePages.POLICY), blocks(after)))
        .extracting(Hunk::operation, h -> h.headingPath().get(1), Hunk::textBefore, Hunk::textAfter)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Operation.MODIFIED,
                "Retention",
                "We keep your chat logs for 30 days and delete them \"without delay\" afterwards.",
                "We keep your chat logs for 90 days and delete them \"without delay\" afterwards."),
            org.assertj.core.groups.Tuple.tuple(
                Operation.ADDED, "Sharing", "", "We sell nothing to anybody."),
            org.assertj.core.groups.Tuple.tuple(
                Operation.REMOVED, "Sharing", "Hosting providers", ""));
  }

  @Test
  void aBlockThatStandsElsewhereNowIsMoved() {
    List<Block> before = paragraphs("one apple", "two pears", "three plums", "four figs");
    List<Block> after = paragraphs("two pears", "three plums", "four figs", "one apple");

    assertThat(BlockDiff.between(before, after))
        .extracting(Hunk::operation, Hunk::textAfter)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Operation.MOVED, "one apple"));
  }

  @Test
  void equalTextsHaveNoDifferenceAndRepeatsCount() {
    assertThat(BlockDiff.between(paragraphs("a", "b"), paragraphs("a", "b"))).isEmpty();
    assertThat(BlockDiff.between(paragraphs("a", "b", "a"), paragraphs("a", "b")))
        .extracting(Hunk::operation)
        .containsExactly(Operation.REMOVED);
  }

  @Test
  void wordsOfABlockAreComparedWithTheirOffsets() {
    List<WordEdit> edits =
        WordDiff.between("We may keep logs for 30 days.", "We will keep logs for 90 days!");

    assertThat(edits)
        .filteredOn(edit -> edit.type() != WordEdit.Type.KEPT)
        .containsExactly(
            new WordEdit(WordEdit.Type.DELETED, "may", 3, 3),
            new WordEdit(WordEdit.Type.INSERTED, "will", 7, 3),
            new WordEdit(WordEdit.Type.DELETED, "30", 21, 22),
            new WordEdit(WordEdit.Type.INSERTED, "90", 24, 22),
            new WordEdit(WordEdit.Type.DELETED, ".", 28, 29),
            new WordEdit(WordEdit.Type.INSERTED, "!", 29, 29));
  }

  @Test
  void deletedAndKeptWordsMakeTheTextBefore() {
    String before = "The quick, brown fox jumps over the lazy dog";
    String after = "A quick brown cat jumps over lazy dogs";

    assertThat(words(WordDiff.between(before, after), WordEdit.Type.DELETED))
        .isEqualTo(before.replaceAll("\\s", ""));
    assertThat(words(WordDiff.between(before, after), WordEdit.Type.INSERTED))
        .isEqualTo(after.replaceAll("\\s", ""));
  }

  @Test
  void aHugeBlockCountsAsReplacedWhole() {
    String before =
        IntStream.range(0, WordDiff.MAX_WORDS)
            .mapToObj(i -> "a" + i)
            .collect(Collectors.joining(" "));

    assertThat(WordDiff.between(before, "b")).hasSize(2);
  }

  private static String words(List<WordEdit> edits, WordEdit.Type side) {
    return edits.stream()
        .filter(edit -> edit.type() == side || edit.type() == WordEdit.Type.KEPT)
        .map(WordEdit::text)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }

  private static List<Block> paragraphs(String... texts) {
    return Stream.of(texts).map(text -> Block.of(BlockKind.PARAGRAPH, text)).toList();
  }

  private static List<Block> blocks(String html) throws Exception {
    return Canonicalizer.canonicalize(SamplePages.page(html, SamplePages.MONDAY)).blocks();
  }
}
