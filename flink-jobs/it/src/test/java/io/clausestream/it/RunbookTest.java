package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is called finds what to do. */
class RunbookTest {

  private static final Pattern ALARM = Pattern.compile("(?m)^ *- alert: (\\w+)$");
  private static final Pattern HEADING = Pattern.compile("(?m)^### (Clausestream\\w+)\\n[^#\\s]");

  @Test
  void everyAlarmHasItsHeadingWithTextInTheOrderOfTheChart() {
    List<String> alarms = names(ALARM, "helm/clausestream/files/alarms.yaml");

    assertThat(alarms).hasSizeGreaterThan(10);
    assertThat(names(HEADING, "flink-jobs/docs/runbook.md")).isEqualTo(alarms);
  }

  private static List<String> names(Pattern pattern, String file) {
    return pattern
        .matcher(RepositoryFiles.read(RepositoryFiles.ROOT.resolve(file)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
