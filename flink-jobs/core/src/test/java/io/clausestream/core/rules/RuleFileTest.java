package io.clausestream.core.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

  private static final String GOOD =
      """
      id: governance
      version: "2"
      effectiveFrom: "2026-03-02T06:00:00Z"
      categories:
        - id: data-retention
          name: retention and deletion
          weight: high
          words:
            en: ["retain*", "keep your data"]
            de: ["Aufbewahrung*"]
      statements:
        - id: retention.longer
          category: data-retention
          serves: platform
          level: medium
          says: lets data be kept longer than the purpose needs
          words: {en: ["as long as we like"]}
          unless: {en: [except]}
        - id: retention.deleted
          category: data-retention
          serves: user
          level: high
          says: promises that data is deleted
          words: {en: ["we delete"]}
      signals:
        en:
          negation: ["not", never]
          legal-form: [inc]
      """;

  @Test
  void aRuleSetIsRead() {
    RuleSet rules = RuleFile.read(GOOD).orThrow();

    assertThat(rules.key()).isEqualTo("governance@2");
    assertThat(rules.effectiveFrom()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    assertThat(rules.categories())
        .containsExactly(
            new Category(
                "data-retention",
                "retention and deletion",
                Category.Weight.HIGH,
                Category.Weight.MEDIUM,
                Map.of(
                    "en", List.of(Phrase.parse("retain*"), Phrase.parse("keep your data")),
                    "de", List.of(Phrase.parse("Aufbewahrung*")))));
    assertThat(rules.statements())
        .extracting(Statement::id)
        .containsExactly("retention.longer", "retention.deleted");
    assertThat(rules.statements().get(0))
        .isEqualTo(
            new Statement(
                "retention.longer",
                "data-retention",
                Statement.Serves.PLATFORM,
                Category.Weight.MEDIUM,
                Category.Weight.LOW,
                Statement.Serves.PLATFORM,
                false,
                "lets data be kept longer than the purpose needs",
                Map.of("en", List.of(Phrase.parse("as long as we like"))),
                Map.of("en", List.of(Phrase.parse("except")))));
    assertThat(rules.signals().get("en"))
        .containsOnlyKeys(Signal.NEGATION, Signal.LEGAL_FORM)
        .containsEntry(Signal.LEGAL_FORM, List.of(Phrase.parse("inc")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          words: {en: ["as long        | word: {en: ["as long        | line 17: statements[1] 'retention.longer': unknown key 'word'; did you mean 'words'?
          words: {en: ["as long        | word: {en: ["as long        | line 12: statements[1] 'retention.longer': 'words' is missing
          says: promises that          | tells: promises that        | line 23: statements[2] 'retention.deleted': unknown key 'tells'; use category, id, level, more, once, reworded, says, serves, unless, words
          version: "2"                 | version: ["2"]              | line 2: the file: 'version' must be a text, but is a list
          version: "2"                 | version: "2 of 3"           | line 2: the file: 'version' is '2 of 3'; use up to 64 letters, digits, hyphens and full stops
          version: "2"                 | version:                    | line 2: the file: 'version' must be a text, but is empty
          id: retention.deleted        | id: retention.longer        | line 19: statements[2] 'retention.longer': has the same id as statements[1] 'retention.longer'; rename one
          id: retention.deleted        | id: data-retention          | line 19: statements[2] 'data-retention': has the same id as categories[1] 'data-retention'; rename one
          id: retention.deleted        | id: Retention/deleted       | line 19: statements[2] 'Retention/deleted': 'id' is 'Retention/deleted'; use up to 64 letters, digits, hyphens and full stops, in lower case
          category: data-retention     | category: data-retentoin    | line 13: statements[1] 'retention.longer': names the unknown category 'data-retentoin'; did you mean 'data-retention'?
          weight: high                 | weight: heavy               | line 7: categories[1] 'data-retention': 'weight' is 'heavy'; use high, low, medium
          serves: user                 | serves: users               | line 21: statements[2] 'retention.deleted': 'serves' is 'users'; did you mean 'user'?
          words: {en: ["we delete"]}   | words: {}                   | line 24: statements[2] 'retention.deleted': 'words' holds no language; write like en: ["a phrase"]
          words: {en: ["we delete"]}   | words: {en: []}             | line 24: statements[2] 'retention.deleted' words: 'en' must be a list of phrases, but is an empty list
          words: {en: ["we delete"]}   | words: {en: we delete}      | line 24: statements[2] 'retention.deleted' words: 'en' must be a list of phrases, but is 'we delete'
          words: {en: ["we delete"]}   | words: [we delete]          | line 24: statements[2] 'retention.deleted' words: must be a mapping of keys, but is a list
          words: {en: ["we delete"]}   | words: {en: [""]}           | line 24: statements[2] 'retention.deleted' words: a phrase is empty
          words: {en: ["we delete"]}   | words: {en: [null]}          | line 24: statements[2] 'retention.deleted' words: has a phrase that is empty; put it in quotation marks
          words: {en: ["we delete"]}   | words: {en: [[we] delete]}  | line 24: the file: is not YAML: expected ',' or ']', but got <scalar>
          words: {en: ["we delete"]}   | words: {en: [[we]]}         | line 24: statements[2] 'retention.deleted' words: has a phrase that is a list; put it in quotation marks
          words: {en: ["we delete"]}   | words: {en: ["we (x"]}      | line 24: statements[2] 'retention.deleted' words: the phrase 'we (x' has a bracket that is not closed
          words: {en: ["we delete"]}   | words: {english: [we]}      | line 24: statements[2] 'retention.deleted' words: 'english' is no language; use a code of ISO 639-1 such as en, de or fr
          "keep your data"             | "Retain*"                   | line 9: categories[1] 'data-retention' words: has the phrase 'Retain*' twice; drop one
          words: {en: ["we delete"]}   | words: {en: [As long as we like]} | line 19: statements[2] 'retention.deleted': has the phrase 'As long as we like', as has statements[1] 'retention.longer', which serves the other side; drop it from one
          unless: {en: [except]}       | unless: {en: ["as long as we like"]} | line 12: statements[1] 'retention.longer': has the phrase 'as long as we like' in 'words' and in 'unless', so that it never counts; drop it from one
          negation: [                  | negatoin: [                 | line 27: signals en: unknown signal 'negatoin'; did you mean 'negation'?
          effectiveFrom: "2026-03-02T06:00:00Z" | effectiveFrom: "2026-03-02" | line 3: the file: 'effectiveFrom' is '2026-03-02'; write an instant from 1970 on, like 2026-03-02T06:00:00Z
          effectiveFrom: "2026-03-02T06:00:00Z" | effectiveFrom: "1969-03-02T06:00:00Z" | line 3: the file: 'effectiveFrom' is '1969-03-02T06:00:00Z'; write an instant from 1970 on, like 2026-03-02T06:00:00Z
          level: high                  | serves: user                | line 22: statements[2] 'retention.deleted': has the key 'serves' twice; join them
          says: promises               | says: &x promises           | line 23: the file: has a YAML anchor or alias; write the text out
          serves: user                 | serves: *x                  | line 21: the file: has a YAML anchor or alias; write the text out
          serves: user                 | serves: [[[[[[[[]]]]]]]]    | line 21: the file: is nested deeper than 8 levels
          signals:                     | ---                         | line 25: the file: holds more than one YAML document; split it
          serves: user                 | serves: user: x             | line 21: the file: is not YAML: mapping values are not allowed here
          """)
  void aFaultIsToldWithItsPlaceAndItsRemedy(String right, String wrong, String fault) {
    assertThat(GOOD).contains(right);

    RuleReading reading = RuleFile.read(GOOD.replaceFirst(quote(right), replacement(wrong)));

    assertThat(reading.ruleSet()).isEmpty();
    assertThat(reading.faults()).extracting(RuleFault::toString).contains(fault);
  }

  private static String quote(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static String replacement(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String wrong =
        GOOD.replace("weight: high", "weight: heavy")
            .replace("serves: user", "serves: nobody")
            .replace("never", "\"(never\"");

    assertThat(RuleFile.read(wrong).faults())
        .extracting(RuleFault::line)
        .containsExactly(7, 21, 27);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(RuleFile.read("# nothing yet\n").faults())
        .extracting(RuleFault::toString)
        .containsExactly("the file: is empty; write rules into it");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    assertThat(RuleFile.read(new ByteArrayInputStream(new byte[] {(byte) 0xff})).faults())
        .extracting(RuleFault::toString)
        .containsExactly("the file: is not UTF-8; save it as UTF-8");
    assertThat(RuleFile.read("id: \u0001").faults())
        .extracting(RuleFault::message)
        .singleElement()
        .asString()
        .startsWith("is not YAML: ");
  }

  @Test
  void aFileFromAStreamIsTheSame() throws IOException {
    assertThat(RuleFile.read(new ByteArrayInputStream(GOOD.getBytes(UTF_8))))
        .isEqualTo(RuleFile.read(GOOD));
  }

  @Test
  void theDigestGoesByWhatTheFileMeans() {
    String digest = RuleFile.read(GOOD).orThrow().digest();

    assertThat(
            RuleFile.read("# by counsel\n" + GOOD.replace("[\"not\", never]", "[ not,  \"never\"]"))
                .orThrow())
        .extracting(RuleSet::digest)
        .isEqualTo(digest);
    assertThat(RuleFile.read(GOOD.replace("we delete", "we erase")).orThrow().digest())
        .isNotEqualTo(digest);
    assertThat(RuleFile.read(GOOD.replace("[inc]", "[llc]")).orThrow().digest())
        .isNotEqualTo(digest);
    assertThat(RuleFile.read(GOOD.replace("06:00", "07:00")).orThrow().digest())
        .isNotEqualTo(digest);
  }
}
