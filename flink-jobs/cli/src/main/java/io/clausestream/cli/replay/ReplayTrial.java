package io.clausestream.cli.replay;

import io.clausestream.cli.archive.ArchiveOptions;
import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.HistorySource;
import io.clausestream.pipeline.operator.RuleTexts;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Replays an archive under other rules, and tells how they judge each change. */
public final class ReplayTrial {

  private static final String TAB = "\t";

  private final Terminal terminal;
  private final ArchiveOptions archives;
  private final int parallelism;

  /**
   * A trial on an archive.
   *
   * @param parallelism subtasks of each operator
   */
  public ReplayTrial(Terminal terminal, ArchiveOptions archives, int parallelism) {
    this.terminal = terminal;
    this.archives = archives;
    this.parallelism = parallelism;
  }

  /**
   * How rules judge a change.
   *
   * @param documentId the document
   * @param detectedAt when
   * @param severity its severity
   * @param direction its direction
   * @param categories its categories, with commas
   * @param reasons why, in sentences
   */
  public record Judged(
      String documentId,
      String detectedAt,
      String severity,
      String direction,
      String categories,
      String reasons) {}

  /** Replays; answers the judgement on each change by its id, by document and time. */
  public Map<String, Judged> run(RuleTexts rules) throws Exception {
    long captures;
    Instant end;
    try (Archive archive = archives.open(terminal)) {
      captures = archive.counts(archives.filter()).captures();
      end = archive.lastFetchedAt().orElse(Instant.EPOCH);
    }
    try (SpillFolder changes = SpillFolder.create("trial");
        Progress progress = new Progress(terminal, "pages", captures, InstantSource.system())) {
      new ReplayRun(
              HistorySource.builder(archives.path())
                  .platforms(archives.filter().platforms())
                  .until(archives.filter().until())
                  .origin(Origin.REPLAY)
                  .build(),
              DetectionOptions.DEFAULT.withEndOfHistory(end).withRules(rules),
              streams ->
                  streams.changes().sinkTo(new LineSink<>(changes.path(), ReplayTrial::line)),
              parallelism)
          .execute(progress);
      progress.clear();
      return read(changes);
    }
  }

  private static KeyedLine line(PageChange change) {
    return KeyedLine.of(
        change.getDocumentId(),
        change.getDetectedAt(),
        change.getChangeId(),
        String.join(
            TAB,
            change.getChangeId(),
            change.getDocumentId().replaceAll("\\s", " "),
            change.getDetectedAt().toString(),
            change.getSeverity().name(),
            change.getDirection().name(),
            String.join(",", change.getCategories()),
            change.getReasons().stream()
                .map(reason -> reason.getSentence().replaceAll("\\s", " "))
                .collect(Collectors.joining(" "))));
  }

  private static Map<String, Judged> read(SpillFolder changes) throws IOException {
    StringWriter lines = new StringWriter();
    changes.merge(lines);
    Map<String, Judged> judged = new LinkedHashMap<>();
    for (String line : lines.toString().lines().toList()) {
      List<String> cells = List.of(line.split(TAB, -1));
      judged.put(
          cells.get(0),
          new Judged(
              cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6)));
    }
    return judged;
  }
}
