package io.clausestream.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentationTest {

  private static final List<BlockKind> KINDS = List.of(BlockKind.values());

  @Test
  void aParagraphIsAClauseUnderItsHeadings() {
    Segmentation text =
        Segmentation.of(
            Lines.blocks(
                """
                # Policy
                ## Retention
                We keep logs for 30 days.
                We keep nothing else.
                ## Rights
                You may ask us.
                """));

    assertThat(text.clauses())
        .extracting(Clause::text)
        .containsExactly("We keep logs for 30 days.", "We keep nothing else.", "You may ask us.");
    assertThat(text.clauses().get(0).headingPath()).containsExactly("Policy", "Retention");
    assertThat(owners(text, 6)).containsExactly(0, 0, 0, 1, 2, 2);
  }

  @Test
  void aListBelongsToTheParagraphThatLeadsItIn() {
    assertThat(
            texts(
                """
                We collect:
                - Your name;
                - Your address.
                We share nothing.
                """))
        .containsExactly("We collect:\nYour name;\nYour address.", "We share nothing.");
  }

  @Test
  void itemsThatAreSentencesStandAloneBehindASentence() {
    assertThat(
            texts(
                """
                These rules apply.
                - You must be 18.
                - You must be honest.
                """))
        .containsExactly("These rules apply.", "You must be 18.", "You must be honest.");
  }

  @Test
  void theItemsOfALongListAreClausesWithTheParagraphAsIntro() {
    String items =
        IntStream.range(0, ListRun.MAX_ITEMS + 1)
            .mapToObj(i -> "- do thing number " + i + ";\n")
            .collect(Collectors.joining());

    List<Clause> clauses = Segmentation.of(Lines.blocks("You must not:\n" + items)).clauses();

    assertThat(clauses).hasSize(ListRun.MAX_ITEMS + 2);
    assertThat(clauses.get(0).intro()).isEmpty();
    assertThat(clauses.subList(1, clauses.size()))
        .allSatisfy(
            item -> assertThat(item.intro().orElseThrow().text()).isEqualTo("You must not:"));
  }

  @Test
  void aLongDefinitionStandsWithItsTerm() {
    String definition = "is a thing, ".repeat(200) + "we say.";

    List<Clause> clauses =
        Segmentation.of(Lines.blocks(": Content\n: " + definition + "\n: User\n: " + definition))
            .clauses();

    assertThat(clauses)
        .extracting(Clause::text)
        .containsExactly("Content\n" + definition, "User\n" + definition);
  }

  @Test
  void eachRowOfATableIsAClauseWithTheHeadRowAsIntro() {
    List<Clause> clauses =
        Segmentation.of(
                Lines.blocks(
                    """
                    | Data | Kept for
                    | Logs | 30 days
                    | Chats | 90 days
                    """))
            .clauses();

    assertThat(clauses).hasSize(3);
    assertThat(clauses.get(0).intro()).isEmpty();
    assertThat(clauses.get(2).intro().orElseThrow().text()).isEqualTo("| Data | Kept for");
  }

  @Test
  void aTableWithoutHeadRowHasNone() {
    assertThat(Segmentation.of(Lines.blocks("| Logs | 30 days\n| Chats | 90 days")).clauses())
        .allSatisfy(row -> assertThat(row.intro()).isEmpty());
  }

  @Test
  void aHeadingWithNothingBelowIsAClause() {
    Segmentation text =
        Segmentation.of(
            Lines.blocks(
                """
                # Policy
                ## Reserved
                ## Rights
                You may ask us.
                # Contact
                """));

    assertThat(text.clauses())
        .extracting(Clause::text)
        .containsExactly("Reserved", "You may ask us.", "Contact");
    assertThat(owners(text, 5)).containsExactly(0, 0, 1, 1, 2);
    assertThat(text.clauses().get(0).headingPath()).containsExactly("Policy");
  }

  @Test
  void everyBlockBelongsToTheClauseThatHoldsIt() {
    List<Block> blocks =
        IntStream.range(0, 3_000)
            .mapToObj(
                i -> {
                  BlockKind kind = KINDS.get((i * 7 + i / 11) % KINDS.size());
                  int level = kind == BlockKind.HEADING ? i % 6 + 1 : 0;
                  return new Block(kind, level, "Text " + i + (i % 3 == 0 ? "." : ":"));
                })
            .toList();

    Segmentation text = Segmentation.of(blocks);

    int at = 0;
    for (int c = 0; c < text.clauses().size(); c++) {
      Clause clause = text.clauses().get(c);
      for (; at < clause.start(); at++) {
        assertThat(blocks.get(at).kind()).isEqualTo(BlockKind.HEADING);
        assertThat(text.clauseOf(at)).isEqualTo(c);
      }
      for (Block block : clause.blocks()) {
        assertThat(block).isEqualTo(blocks.get(at));
        assertThat(text.clauseOf(at++)).isEqualTo(c);
      }
    }
    assertThat(at).isEqualTo(blocks.size());
  }

  @Test
  void aTextWithoutBlocksHasNoClauses() {
    assertThat(Segmentation.of(List.of()).clauses()).isEmpty();
  }

  private static List<String> texts(String lines) {
    return Segmentation.of(Lines.blocks(lines)).clauses().stream().map(Clause::text).toList();
  }

  private static int[] owners(Segmentation text, int blocks) {
    return IntStream.range(0, blocks).map(text::clauseOf).toArray();
  }
}
