package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.core.rules.ShippedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Categories are kept beside the text in force, and told only when they differ. */
class CategoryLogTest {

  private static final String DOCUMENT = "Example/Privacy Policy";

  private static final TextLanguage ENGLISH = new TextLanguage("en", 7);

  private final InMemoryPlatformState state = new InMemoryPlatformState();
  private final List<Finding> told = new ArrayList<>();

  @Test
  void theFirstReadingTellsOfEveryCategoryThatTheRulesKnow() {
    read("rules@1", Set.of("a"), 0);

    assertThat(differences()).containsExactly(Map.of("a", 1, "b", 0, "c", 0));
    assertThat(told.get(0).detectedAt()).isEqualTo(DetectorHarness.at(0));
    assertThat(state.categories(DOCUMENT))
        .isEqualTo(new HeldCategories("rules@1", new TreeSet<>(Set.of("a")), ENGLISH));
  }

  @Test
  void aLaterReadingTellsOfDifferencesAlone() {
    read("rules@1", Set.of("a", "b"), 0);
    read("rules@1", Set.of("a", "b"), 1);
    read("rules@1", Set.of("b", "c"), 2);

    assertThat(differences()).hasSize(2).last().isEqualTo(Map.of("a", -1, "c", 1));
  }

  @Test
  void anotherLanguageIsKeptAndTellsNothing() {
    read("rules@1", Set.of("a"), 0);
    HeldCategories german =
        new HeldCategories("rules@1", new TreeSet<>(Set.of("a")), new TextLanguage("de", 9));
    read("rules@1", Set.of("a"), german.language(), 1);

    assertThat(differences()).hasSize(1);
    assertThat(state.categories(DOCUMENT)).isEqualTo(german);
  }

  @Test
  void aReadingByOtherRulesTellsOfEveryCategoryThatOneOfTheTwoKnows() {
    read("rules@1", Set.of("a", "gone"), 0);
    read("rules@2", Set.of("a", "b"), 1);

    assertThat(differences()).last().isEqualTo(Map.of("a", 0, "b", 1, "c", 0, "gone", -1));
  }

  @Test
  void anUnchangedPageIsNotRead() {
    List<Finding.CategoriesRead> heard = new ArrayList<>();
    DetectorHarness harness = new DetectorHarness(heard::add);
    harness.fetch(0, SamplePages.POLICY);
    harness.fetch(24, SamplePages.POLICY);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).differences())
        .containsEntry("data-retention", 1)
        .containsEntry("arbitration", 0)
        .hasSize(ShippedRules.get().categories().size());
  }

  private List<Map<String, Integer>> differences() {
    return told.stream().map(found -> ((Finding.CategoriesRead) found).differences()).toList();
  }

  private void read(String rules, Set<String> found, int hours) {
    read(rules, found, ENGLISH, hours);
  }

  private void read(String rules, Set<String> found, TextLanguage language, int hours) {
    CategoryReading reading =
        new CategoryReading() {
          @Override
          public String rules() {
            return rules;
          }

          @Override
          public Set<String> known() {
            return Set.of("a", "b", "c");
          }

          @Override
          public Set<String> in(List<Block> text, String language) {
            return found;
          }
        };
    new CategoryLog(state, reading, told::add)
        .read(
            SamplePages.ref(DOCUMENT, DetectorHarness.at(hours)),
            List.of(Block.of(BlockKind.PARAGRAPH, "text")),
            language,
            DetectorHarness.at(hours));
  }
}
