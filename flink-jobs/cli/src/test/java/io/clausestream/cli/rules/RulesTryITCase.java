package io.clausestream.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.history.Archives;
import io.clausestream.core.rules.ShippedRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What candidates would change on the sample history. */
class RulesTryITCase {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void extract() throws IOException {
    Archives.extractSample(
        RulesTryITCase.class.getClassLoader(), "sample-history", folder.resolve("archive"));
  }

  @Test
  void theRulesOfNowChangeNothing() throws IOException {
    assertThat(tryOut(shipped())).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .containsPattern("\n?0 of [1-9][0-9]* changes are judged differently\\.")
        .contains("HIGH -> HIGH")
        .doesNotContain("candidate:");
  }

  @Test
  void aCandidateShowsEachChangeThatItJudgesOtherwiseWithTheReasonsOfBoth() throws IOException {
    String milder = shipped().replace("level: high", "level: low");

    assertThat(tryOut(milder)).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .containsPattern("now: +HIGH [^\n]*arbitration")
        .containsPattern("candidate: +(LOW|MEDIUM) ")
        .containsPattern("\n[1-9][0-9]* of [0-9]+ changes are judged differently\\.")
        .containsPattern("HIGH -> (LOW|MEDIUM) +[1-9]");
  }

  @Test
  void aFaultyCandidateIsNotTried() throws IOException {
    assertThat(tryOut(shipped().replaceFirst("level: high", "level: hgh")))
        .isNotEqualTo(ExitCode.OK);

    assertThat(err.toString()).contains("'level' is 'hgh'");
    assertThat(out.toString()).doesNotContain("judged differently");
  }

  private int tryOut(String rules) throws IOException {
    Path file = Files.writeString(folder.resolve("candidate.yaml"), rules);
    return Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(
            "rules",
            "try",
            file.toString(),
            "--from",
            folder.resolve("archive").toString(),
            "--parallelism",
            "1");
  }

  private static String shipped() throws IOException {
    try (InputStream in = ShippedRules.class.getResourceAsStream("governance.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
