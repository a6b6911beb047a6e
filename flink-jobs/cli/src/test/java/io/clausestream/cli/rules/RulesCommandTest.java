package io.clausestream.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

  private static final String RULES =
      """
      id: governance
      version: "2"
      effectiveFrom: "2026-03-02T06:00:00Z"
      categories:
        - {id: fees, name: fees, weight: high, words: {en: ["fee*"]}}
      statements:
        - id: fees.raised
          category: fees
          serves: platform
          level: high
          says: lets fees rise
          words: {en: ["raise ... fee*"]}
      signals: {en: {negation: ["not"]}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void aFileWithoutFaultsIsWell() throws IOException {
    assertThat(run("rules", "lint", file("a.yaml", RULES))).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains(
            "is well: governance@2 from 2026-03-02T06:00:00Z, 1 categories, 1 statements,"
                + " languages en.");
  }

  @Test
  void everyFaultIsALine() throws IOException {
    String wrong = RULES.replace("level: high", "level: hgh").replace("negation", "negatoin");

    assertThat(run("rules", "lint", file("a.yaml", wrong))).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString().lines())
        .hasSize(3)
        .first()
        .isEqualTo("line 10: statements[1] 'fees.raised': 'level' is 'hgh'; did you mean 'high'?");
    assertThat(run("rules", "lint", "--format", "jsonl", file("a.yaml", wrong)))
        .isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString()).contains("{\"line\":10,\"place\":\"statements[1] 'fees.raised'\"");
  }

  @Test
  void whatCameWentAndChangedIsALineEach() throws IOException {
    String after =
        RULES
            .replace("version: \"2\"", "version: \"3\"")
            .replace("level: high", "level: medium")
            .replace("\"raise ... fee*\"", "\"raise ... fee*\", \"higher fee*\"")
            .replace("\"not\"", "\"never\"");

    assertThat(run("rules", "diff", file("a.yaml", RULES), file("b.yaml", after)))
        .isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString().lines())
        .containsExactly(
            "~ the file version: 2 -> 3",
            "~ statement 'fees.raised' level: high -> medium",
            "+ statement 'fees.raised' words en: \"higher fee*\"",
            "- signals en negation: \"not\"",
            "+ signals en negation: \"never\"");
  }

  @Test
  void rulesThatSayTheSameAreTheSame() throws IOException {
    String after = "# by counsel\n" + RULES;

    assertThat(run("rules", "diff", file("a.yaml", RULES), file("b.yaml", after)))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void theShippedRulesCanBeShownAndChecked() throws IOException {
    assertThat(run("rules", "show", "shipped")).isEqualTo(ExitCode.OK);
    String shipped = out.toString();

    assertThat(run("rules", "lint", file("shipped.yaml", shipped))).isEqualTo(ExitCode.OK);
  }

  @Test
  void aFileThatIsNotThereIsAMistake() {
    assertThat(run("rules", "lint", folder.resolve("none.yaml").toString()))
        .isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString()).startsWith("clausestream: Cannot read the rules");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    return Clausestream.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }
}
