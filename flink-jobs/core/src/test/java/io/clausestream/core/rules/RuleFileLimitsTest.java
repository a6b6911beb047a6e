package io.clausestream.core.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A generous time each: what is not bounded takes minutes, or the memory. */
@Timeout(20)
class RuleFileLimitsTest {

  private static final String HEAD =
      """
      id: many
      version: "1"
      effectiveFrom: "2026-03-02T06:00:00Z"
      categories:
      """;

  private static final String TAIL =
      """
      statements:
        - {id: s, category: c1, serves: user, level: low, says: says, words: {en: [so]}}
      signals: {en: {negation: [never]}}
      """;

  @Test
  void aHundredThousandRulesAreRefusedByTheirSize() throws IOException {
    String yaml = HEAD + rules(100_000) + TAIL;

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::toString)
        .containsExactly(
            "the file: holds " + yaml.length() + " bytes, more than 1048576; split or shorten it");
    assertThat(RuleFile.read(new ByteArrayInputStream(yaml.getBytes(UTF_8))).faults())
        .extracting(RuleFault::toString)
        .containsExactly("the file: holds more than 1048576 bytes; split or shorten it");
  }

  @Test
  void aHundredThousandRulesInASmallFileAreRefusedByTheirNumber() {
    String yaml = HEAD + "- {}\n".repeat(100_000) + TAIL;

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::message)
        .containsExactly(
            "holds 100001 categories and statements, more than 2000; join or drop some");
  }

  @Test
  void asManyRulesAsAllowedAreTaken() {
    assertThat(RuleFile.read(HEAD + rules(RuleFile.MAX_RULES - 1) + TAIL).faults()).isEmpty();
  }

  @Test
  void tooManyPhrasesAreRefusedByTheirNumber() {
    String phrases =
        IntStream.rangeClosed(1, 30_000).mapToObj(i -> "w" + i).collect(Collectors.joining(","));
    String yaml =
        HEAD + "- {id: c1, name: n, weight: low, words: {en: [" + phrases + "]}}\n" + TAIL;

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::message)
        .containsExactly("holds 30002 phrases, more than 20000; join or drop some");
  }

  @Test
  void tooManyPhrasesWithOneBeginningAreRefused() {
    String phrases =
        IntStream.rangeClosed(0, RuleFile.MAX_SAME_BEGINNING)
            .mapToObj(i -> "we w" + i)
            .collect(Collectors.joining(","));
    String yaml =
        HEAD + "- {id: c1, name: n, weight: low, words: {en: [" + phrases + "]}}\n" + TAIL;

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::toString)
        .containsExactly(
            "line 5: categories[1] 'c1': more than 400 phrases in 'en' begin with 'we';"
                + " begin some with a rarer word");
  }

  @Test
  void aPhraseOfHundredThousandLettersIsRefused() {
    String yaml =
        HEAD
            + "- {id: c1, name: n, weight: low, words: {en: [\"("
            + "a|".repeat(50_000)
            + "b)\"]}}\n"
            + TAIL;

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::message)
        .singleElement()
        .asString()
        .endsWith("…' has more than 400 letters; split it");
  }

  @Test
  void faultsWithoutEndAreCountedAndSomeAreListed() {
    String yaml = HEAD + "- {a: b, c: d, e: f}\n".repeat(1_900) + TAIL;

    RuleReading reading = RuleFile.read(yaml);

    assertThat(reading.faults()).hasSize(RuleFile.MAX_FAULTS);
    assertThat(reading.faultCount()).isGreaterThan(7 * 1_900);
  }

  @Test
  void depthWithoutEndIsRefused() {
    assertThat(RuleFile.read("[".repeat(1_000_000)).faults())
        .extracting(RuleFault::message)
        .containsExactly("is nested deeper than 8 levels");
    assertThat(RuleFile.read("- ".repeat(500_000)).faults())
        .extracting(RuleFault::message)
        .containsExactly("is nested deeper than 8 levels");
  }

  @Test
  void aBombOfAliasesIsRefused() {
    String yaml =
        "a: &a [x, x]\n"
            + IntStream.range(1, 40)
                .mapToObj(i -> "b" + i + ": &b" + i + " [*b, *b]\n")
                .collect(Collectors.joining());

    assertThat(RuleFile.read(yaml).faults())
        .extracting(RuleFault::toString)
        .containsExactly("line 1: the file: has a YAML anchor or alias; write the text out");
  }

  private static String rules(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> "- {id: c" + i + ", name: n, weight: low, words: {en: [w" + i + "]}}\n")
        .collect(Collectors.joining());
  }
}
