package io.clausestream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SortedSpill;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.cli.spill.SpillMerge;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final SpillFolder recorded = SpillFolder.create("recorded");
  private final SpillFolder replayed = SpillFolder.create("replayed");
  private final SpillFolder reasons = SpillFolder.create("reasons");
  private final SpillFolder results = SpillFolder.create("results");
  private Map<Outcome, Long> counts = Map.of();

  @AfterEach
  void delete() {
    recorded.close();
    replayed.close();
    reasons.close();
    results.close();
  }

  @Test
  void theSameChangeFromElsewhereIsReproduced() throws IOException {
    PageChange live = change("c1", "f1", c -> c.setOrigin(Origin.LIVE));
    PageChange again = change("c1", "f1", c -> c.setOrigin(Origin.REPLAY));

    assertThat(compare(List.of(live), List.of(again)))
        .extracting(ComparedChange::outcome)
        .containsExactly(Outcome.REPRODUCED);
    assertThat(counts).containsEntry(Outcome.REPRODUCED, 1L).containsEntry(Outcome.MISSING, 0L);
  }

  @Test
  void aChangeThatWasRecordedTwiceAndEquallyCountsOnce() throws IOException {
    PageChange change = change("c1", "f1", c -> {});

    assertThat(compare(List.of(change, change), List.of(change))).hasSize(1);
  }

  @Test
  void aFieldThatDiffersIsNamed() throws IOException {
    List<ComparedChange> found =
        compare(
            List.of(change("c1", "f1", c -> c.setSeverity(Severity.LOW))),
            List.of(change("c1", "f1", c -> {})));

    assertThat(found).extracting(ComparedChange::outcome).containsExactly(Outcome.DIFFERENT);
    assertThat(found.get(0).differences())
        .containsExactly(new FieldDifference("severity", "\"LOW\"", "\"HIGH\""));
  }

  @Test
  void changesOfTheSameFetchWithOtherIdsAreOneThatDiffers() throws IOException {
    List<ComparedChange> found =
        compare(
            List.of(change("c1", "f1", c -> {}), change("c2", "f2", c -> {})),
            List.of(change("c9", "f1", c -> {}), change("c2", "f2", c -> {})));

    assertThat(found)
        .extracting(ComparedChange::changeId, ComparedChange::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c1", Outcome.DIFFERENT),
            org.assertj.core.groups.Tuple.tuple("c2", Outcome.REPRODUCED));
    assertThat(found.get(0).differences())
        .extracting(FieldDifference::field)
        .containsExactly("changeId");
  }

  @Test
  void whatOneSideLacksIsMissingOrExtra() throws IOException {
    assertThat(compare(List.of(change("c1", "f1", c -> {})), List.of(change("c2", "f2", c -> {}))))
        .extracting(ComparedChange::changeId, ComparedChange::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c1", Outcome.MISSING),
            org.assertj.core.groups.Tuple.tuple("c2", Outcome.EXTRA));
  }

  @Test
  void aMissingChangeTellsWhatTheReplaySaysOfItsFetch() throws IOException {
    Instant at = Instant.parse("2026-01-05T06:00:00Z");
    Suppression quiet = Records.suppression(SuppressionVerdict.SUPPRESSED, "PUNCTUATION", at);
    add(reasons, Audit.line(quiet));

    assertThat(compare(List.of(change("c1", quiet.getFetchId(), c -> {})), List.of()))
        .extracting(ComparedChange::reason)
        .containsExactly("the replay says PUNCTUATION: because of PUNCTUATION");
  }

  @Test
  void aMissingChangeOfAPlatformThatTheArchiveLacksSaysSo() throws IOException {
    assertThat(compare(List.of(change("c1", "f1", c -> c.setPlatform("Nobody"))), List.of()))
        .extracting(ComparedChange::reason)
        .containsExactly("the archive has no platform 'Nobody'");
  }

  private List<ComparedChange> compare(List<PageChange> before, List<PageChange> now)
      throws IOException {
    add(recorded, before.stream().map(Audit::line).toArray(KeyedLine[]::new));
    add(replayed, now.stream().map(Audit::line).toArray(KeyedLine[]::new));
    PrintWriter out = new PrintWriter(new StringWriter());
    Terminal terminal = new Terminal(out, out, Palette.PLAIN, false, 100);
    try (SortedSpill spill = results.spill("spill");
        Progress progress =
            new Progress(terminal, "changes", 0, InstantSource.fixed(Instant.EPOCH))) {
      counts = new Comparison("Example"::equals, spill, progress).run(recorded, replayed, reasons);
    }
    List<ComparedChange> found = new ArrayList<>();
    try (SpillMerge lines = results.open()) {
      lines.forEachRemaining(line -> found.add(ComparedChange.parse(line.text())));
    }
    return found;
  }

  private static void add(SpillFolder folder, KeyedLine... lines) throws IOException {
    try (SortedSpill spill = folder.spill("spill")) {
      for (KeyedLine line : lines) {
        spill.add(line);
      }
    }
  }

  private static PageChange change(String id, String fetchId, Consumer<PageChange> more) {
    PageChange change = Records.change();
    change.setChangeId(id);
    change.setFetchId(fetchId);
    more.accept(change);
    assertThat(JsonLine.of(change, "p")).contains(id);
    return change;
  }
}
