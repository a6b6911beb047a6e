package io.clausestream.cli.audit;

import io.clausestream.cli.console.Progress;
import io.clausestream.cli.spill.SortedSpill;
import io.clausestream.cli.spill.SpillFolder;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lays recorded and replayed changes beside each other: first those of the same id, then, of those
 * that are left, those of the same fetch, whose ids differ because their content does. Memory: the
 * changes of one id; all else is in files. One use; one thread.
 */
final class Comparison {

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final Predicate<String> isInArchive;
  private final SortedSpill results;
  private final Progress progress;
  private long done;

  /**
   * A comparison.
   *
   * @param isInArchive whether the archive has a platform of that name
   * @param results takes what it finds, as lines of {@link ComparedChange}
   */
  Comparison(Predicate<String> isInArchive, SortedSpill results, Progress progress) {
    this.isInArchive = isInArchive;
    this.results = results;
    this.progress = progress;
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
  }

  /**
   * Compares.
   *
   * @param recorded recorded changes by change
   * @param replayed replayed changes by change
   * @param reasons why fetches of the replay are no changes, by fetch
   * @return how many changes have which outcome
   */
  Map<Outcome, Long> run(SpillFolder recorded, SpillFolder replayed, SpillFolder reasons)
      throws IOException {
    try (SpillFolder recordedAlone = SpillFolder.create("recorded-alone");
        SpillFolder replayedAlone = SpillFolder.create("replayed-alone")) {
      byChange(recorded, replayed, recordedAlone, replayedAlone);
      byFetch(recordedAlone, replayedAlone, reasons);
    }
    return counts;
  }

  private void byChange(
      SpillFolder recorded,
      SpillFolder replayed,
      SpillFolder recordedAlone,
      SpillFolder replayedAlone)
      throws IOException {
    try (Groups before = new Groups(recorded);
        Groups now = new Groups(replayed);
        SortedSpill oldLeft = recordedAlone.spill("spill");
        SortedSpill newLeft = replayedAlone.spill("spill")) {
      String key;
      while ((key = Groups.smaller(before, now)) != null) {
        // A consumer that reads at least once may have recorded the same twice.
        Set<String> old = new LinkedHashSet<>(before.take(key));
        List<String> found = now.take(key);
        if (old.isEmpty() || found.isEmpty()) {
          for (String line : old) {
            oldLeft.add(ChangeLine.parse(line).byFetch());
          }
          for (String line : found) {
            newLeft.add(ChangeLine.parse(line).byFetch());
          }
        } else {
          both(old, found.get(0));
        }
      }
    }
  }

  private void both(Iterable<String> recorded, String replayed) throws IOException {
    ChangeLine found = ChangeLine.parse(replayed);
    for (String line : recorded) {
      ChangeLine old = ChangeLine.parse(line);
      List<FieldDifference> differences = FieldDifferences.between(old.tree(), found.tree());
      Outcome outcome = differences.isEmpty() ? Outcome.REPRODUCED : Outcome.DIFFERENT;
      tell(ComparedChange.of(outcome, old, "", differences));
    }
  }

  private void byFetch(SpillFolder recorded, SpillFolder replayed, SpillFolder reasons)
      throws IOException {
    try (Groups before = new Groups(recorded);
        Groups now = new Groups(replayed);
        Groups why = new Groups(reasons)) {
      String key;
      while ((key = Groups.smaller(before, now)) != null) {
        List<String> old = before.take(key);
        List<String> found = now.take(key);
        why.skipTo(key);
        List<String> reason = why.take(key);
        if (!old.isEmpty() && !found.isEmpty()) {
          both(old, found.get(0));
        } else {
          missing(old, reason);
          extra(found);
        }
      }
    }
  }

  private void missing(List<String> lines, List<String> reasons) throws IOException {
    for (String line : lines) {
      ChangeLine old = ChangeLine.parse(line);
      String reason =
          !reasons.isEmpty()
              ? reasons.get(0)
              : isInArchive.test(old.platform())
                  ? "the replay finds no difference at this fetch, or the archive lacks it"
                  : "the archive has no platform '" + old.platform() + "'";
      tell(ComparedChange.of(Outcome.MISSING, old, reason, List.of()));
    }
  }

  private void extra(List<String> lines) throws IOException {
    for (String line : lines) {
      tell(
          ComparedChange.of(
              Outcome.EXTRA, ChangeLine.parse(line), "no such change was recorded", List.of()));
    }
  }

  private void tell(ComparedChange change) throws IOException {
    counts.merge(change.outcome(), 1L, Long::sum);
    results.add(change.toLine());
    progress.at(++done);
  }
}
