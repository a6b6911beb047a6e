package io.clausestream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.cli.Records;
import io.clausestream.cli.json.JsonLine;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeLineTest {

  private static final String LINE = JsonLine.of(Records.change(), "Example/Terms of Service.html");

  @Test
  void aLineThatWeWroteIsRead() {
    ChangeLine line = ChangeLine.parse(LINE);

    assertThat(line.documentId()).isEqualTo("Example/Terms of Service");
    assertThat(line.platform()).isEqualTo("Example");
    assertThat(line.changeId()).isEqualTo("c1");
    assertThat(line.fetchId()).isEqualTo("f2");
    assertThat(line.detectedAt()).isEqualTo(Instant.parse("2026-01-05T07:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|no JSON object",
        "{|no JSON",
        "{} {}|no JSON",
        "{\"changeId\":\"a\",\"changeId\":\"b\"}|changeId",
        "{\"documentId\":7}|documentId",
      })
  void whatIsNoChangeSaysWhy(String line, String why) {
    assertThatThrownBy(() -> ChangeLine.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void anInstantThatIsNoneIsNamed() {
    assertThatThrownBy(() -> ChangeLine.parse(LINE.replace("2026-01-05T07:00:00Z", "noon")))
        .hasMessageContaining("detectedAt")
        .hasMessageContaining("'noon'");
  }

  @Test
  void aPeriodHoldsItsBoundsAndItsPlatforms() {
    ChangeLine line = ChangeLine.parse(LINE);
    Instant at = line.detectedAt();

    assertThat(new Period(at, at, Set.of()).holds(line)).isTrue();
    assertThat(new Period(Instant.MIN, at, Set.of("Example")).holds(line)).isTrue();
    assertThat(new Period(at.plusMillis(1), at.plusMillis(2), Set.of()).holds(line)).isFalse();
    assertThat(new Period(Instant.MIN, at.minusMillis(1), Set.of()).holds(line)).isFalse();
    assertThat(new Period(Instant.MIN, at, Set.of("Other")).holds(line)).isFalse();
  }
}
