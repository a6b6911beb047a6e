package io.clausestream.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.language.Languages;
import io.clausestream.core.rules.ShippedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryReaderTest {

  private static final CategoryReader READER = new CategoryReader(ShippedRules.get());
  private static final String FILLER =
      "This page tells what there is to see on the lake and in the hills around it in the summer.";

  @Test
  void aClauseThatMakesAStatementIsOfItsCategory() {
    assertThat(
            read(
                List.of(
                    paragraph(FILLER),
                    paragraph("You agree that any dispute is settled by binding arbitration."))))
        .contains("arbitration")
        .doesNotContain("indemnification");
  }

  @Test
  void aHeadingNamesTheCategoryOfTheClauseBelowIt() {
    assertThat(
            read(
                List.of(
                    paragraph(FILLER),
                    new Block(BlockKind.HEADING, 2, "Indemnification"),
                    paragraph("The parties look after each other as they see fit at that time."))))
        .containsExactly("indemnification");
  }

  @Test
  void aWordOfTheCategoryAloneIsNoClause() {
    assertThat(
            read(
                List.of(
                    paragraph(FILLER),
                    paragraph("Our offices are between the museum of arbitration and the lake."))))
        .isEmpty();
  }

  @Test
  void aTextInALanguageWithoutRulesHoldsNone() {
    assertThat(
            read(
                List.of(
                    paragraph(
                        "Deze overeenkomst wordt beheerst door het recht van Nederland en geschillen"
                            + " worden voorgelegd aan de bevoegde rechter te Amsterdam; arbitration."))))
        .isEmpty();
    assertThat(read(List.of())).isEmpty();
  }

  @Test
  void aTextBeyondTheBoundIsReadUpToIt() {
    List<Block> blocks =
        new ArrayList<>(
            IntStream.range(0, 40)
                .mapToObj(i -> paragraph(FILLER.repeat((128 << 10) / FILLER.length())))
                .toList());
    blocks.add(paragraph("You agree that any dispute is settled by binding arbitration."));

    assertThat(read(blocks)).isEmpty();
  }

  private static Block paragraph(String text) {
    return Block.of(BlockKind.PARAGRAPH, text);
  }

  private static Set<String> read(List<Block> text) {
    return READER.in(text, Languages.of(text));
  }
}
