package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedAddressTest {

  private static final String OPT_OUT =
      "You can object to the use of your letters for advertising at %s at any time.";

  @ParameterizedTest
  @ValueSource(strings = {"Your Privacy Choices", "Rules, Fees and Forms", "Opt-Out"})
  void aNameTakesThePlaceOfAnAddress(String name) {
    assertThat(isExplained(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our office in Reno in person by appointment",
        "Harbour Street 12",
        "Our Desk. We May Refuse",
        "The Desk Of The Old Harbour Of Reno",
        "no page",
      })
  void anythingElseDoesNot(String words) {
    assertThat(isExplained(words)).isFalse();
  }

  @Test
  void aNameThatTheRulesSeeAClauseInDoesNot() {
    assertThat(isExplained("No Refunds", name -> name.textAfter().equals("No Refunds"))).isFalse();
  }

  @Test
  void whereALinkLeadsToTheAddressANameMayLookAsItLikes() {
    String words = "the rules of the harbour court, its fees and forms";
    List<String> links = List.of("https://lanternfold.example/optout/");

    assertThat(isExplained(words, name -> false, links)).isTrue();
    assertThat(isExplained(words, name -> false, List.of("https://lanternfold.example/")))
        .isFalse();
    assertThat(isExplained(words, name -> true, links)).as("a clause").isFalse();
    assertThat(isExplained("the desk within 10 days", name -> false, links)).isFalse();
    assertThat(isExplained("the desk. We may refuse it", name -> false, links)).isFalse();
  }

  private static boolean isExplained(String words) {
    return isExplained(words, name -> false);
  }

  private static boolean isExplained(String words, Predicate<Hunk> clauses) {
    return isExplained(words, clauses, List.of());
  }

  private static boolean isExplained(String words, Predicate<Hunk> clauses, List<String> links) {
    String before = OPT_OUT.formatted("https://lanternfold.example/optout");
    return BlockDiff.between(Texts.blocks(before), Texts.blocks(OPT_OUT.formatted(words))).stream()
        .allMatch(hunk -> NamedAddress.explains(hunk, clauses, NamedAddress.targets(links)));
  }
}
