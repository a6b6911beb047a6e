package io.clausestream.core.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.change.DetectorHarness;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityAssessorTest {

  @Test
  void anArbitrationClauseInAPolicyIsHighAndSaysWhichWordsMadeItSo() {
    PageChange change =
        change(
            SamplePages.POLICY.replace(
                "<h2>Sharing",
                "<h2>Disputes</h2><p>You agree to binding arbitration and waive class actions.</p><h2>Sharing"));

    assertThat(change.assessment().severity()).isEqualTo(Severity.HIGH);
    assertThat(change.assessment().direction()).isEqualTo(Direction.ADVERSE);
    assertThat(change.assessment().categories()).contains("dispute-resolution");
    assertThat(change.assessment().reasons().get(0).ruleId()).isEqualTo("adverse.duty");
    AssessedBlock clause = change.assessment().blocks().get(1);
    assertThat(clause.spans())
        .filteredOn(span -> span.ruleId().isPresent())
        .extracting(span -> clause.hunk().textAfter().substring(span.start(), span.end()))
        .contains("You agree to", "arbitration");
    assertThat(change.summary().sentences().get(0)).contains("Disputes");
    assertThat(change.changeId()).matches("[0-9a-f]{32}").isNotEqualTo(change.assessmentId());
  }

  @Test
  void theReverseOfAnAdverseWordingIsProtective() {
    PageChange change =
        change(
            SamplePages.POLICY.replace(
                "We share data with:", "We do not share data, unless you ask, with:"));

    assertThat(change.assessment().direction()).isEqualTo(Direction.PROTECTIVE);
    assertThat(change.assessment().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void nothingButTheDateOfTheRevisionIsLow() {
    Hunk hunk =
        new Hunk(
            Operation.MODIFIED,
            List.of("Privacy Policy"),
            Optional.of(Block.of(BlockKind.PARAGRAPH, "Last updated: 1 March 2026")),
            Optional.of(Block.of(BlockKind.PARAGRAPH, "Last updated: 15 April 2026")));
    Assessment assessment = new SeverityAssessor(RuleSet.shipped()).assess(List.of(hunk));

    assertThat(assessment.severity()).isEqualTo(Severity.LOW);
    assertThat(assessment.reasons().get(0).ruleId()).isEqualTo("date.revision");
  }

  @Test
  void besideARealChangeTheNewDateIsNotWorthAWord() {
    PageChange change =
        change(
            SamplePages.POLICY
                .replace("Last updated: 1 March 2026", "Last updated: 15 December 2027")
                .replace("30&nbsp;days", "90 days"));

    assertThat(change.summary().sentences())
        .containsExactly("Under \"Retention\", \"30\" becomes \"90\".");
    assertThat(change.assessment().reasons())
        .extracting(Reason::ruleId)
        .isNotEmpty()
        .doesNotContain("date.revision", "other.unknown-subject");
    assertThat(change.assessment().blocks()).hasSizeGreaterThan(1);
  }

  @Test
  void whatNoRuleKnowsIsOtherAndSaysSo() {
    PageChange change =
        change(SamplePages.POLICY.replace("one further week", "one further fortnight"));

    assertThat(change.assessment().reasons()).isNotEmpty();
    assertThat(change.summary().sentences())
        .contains("Under \"Retention\", \"week\" becomes \"fortnight\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Your personal data is stored by us for you.  | Your personal data is sold by us for you.",
        "A refund of the fee is paid if you ask.      | A refund of the fee is paid unless you ask.",
      })
  void aWordOfWeightIsNoSlightRewording(String before, String after) {
    String policy = "<h2>Sharing</h2><p>%s</p>";
    PageChange change =
        change(
            SamplePages.POLICY.replace("<h2>Sharing</h2>", policy.formatted(before)),
            SamplePages.POLICY.replace("<h2>Sharing</h2>", policy.formatted(after)));

    assertThat(change.assessment().severity()).isGreaterThan(Severity.LOW);
    assertThat(change.assessment().reasons())
        .extracting(Reason::ruleId)
        .doesNotContain("slight.rewording");
  }

  @Test
  void theShippedRulesAreReadAndVersioned() {
    assertThat(RuleSet.shipped().version()).isEqualTo("1");
    assertThat(RuleSet.shipped().categories())
        .extracting(RuleSet.Category::id)
        .contains("ai-training");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "categories: 1                                                          | categories must be a list",
        "categories: [{id: a, weight: high, words: ['(']}]                      | rule 'a'",
        "categories: [{id: a, weight: high, words: [x]}, {id: a}]               | Two rules have the id 'a'",
        "categories: [{weight: high, words: [x]}]                               | 'id' is missing",
        "'[]: {'                                                                | not YAML",
      })
  void aWrongRuleFileNamesTheRuleAndTheFault(String yaml, String message) {
    assertThatThrownBy(
            () -> RuleSet.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static PageChange change(String after) {
    return change(SamplePages.POLICY, after);
  }

  private static PageChange change(String before, String after) {
    List<PageChange> changes = new DetectorHarness().fetch(0, before).fetch(6, after).changes();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }
}
