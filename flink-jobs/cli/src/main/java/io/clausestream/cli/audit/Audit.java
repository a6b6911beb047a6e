package io.clausestream.cli.audit;

import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.OutputFile;
import io.clausestream.cli.spill.SortedSpill;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One audit: takes in what was recorded, then what a replay finds, and tells how they differ. The
 * caller closes it. One thread, but for the folders, which the replay fills.
 */
public final class Audit implements AutoCloseable {

  private final Terminal terminal;
  private final Period period;
  private final SpillFolder recorded = SpillFolder.create("recorded");
  private final SpillFolder replayed = SpillFolder.create("replayed");
  private final SpillFolder reasons = SpillFolder.create("reasons");
  private final SpillFolder results = SpillFolder.create("results");
  private final Optional<OutputFile> report;
  private final CompareOptions options;
  private final Recorded.Counts counts;

  private Audit(Terminal terminal, CompareOptions options, Period period) throws IOException {
    this.terminal = terminal;
    this.options = options;
    this.period = period;
    this.report = options.report().map(OutputFile::begin);
    this.counts = read();
  }

  /**
   * Begins an audit: what was recorded is read now, so that its mistakes show before the work.
   *
   * @throws io.clausestream.cli.UserMistake when it cannot be read, or the report not be written
   */
  public static Audit begin(Terminal terminal, CompareOptions options, Period period)
      throws IOException {
    return new Audit(terminal, options, period);
  }

  private Recorded.Counts read() throws IOException {
    return options.file().isPresent()
        ? Recorded.ofFile(options.file().get(), period, recorded, terminal)
        : Recorded.ofTopic(
            options.broker().connect(TopicCatalogue.PAGE_CHANGES), period, recorded, terminal);
  }

  /** Where the replay puts its changes, as {@link #line(PageChange)} makes them. */
  public SpillFolder replayed() {
    return replayed;
  }

  /** Where the replay puts what is no change, as {@link #line(Suppression)} makes it. */
  public SpillFolder reasons() {
    return reasons;
  }

  /** A replayed change. */
  public static KeyedLine line(PageChange change) {
    return ChangeLine.byChange(
        change.getDocumentId(), change.getChangeId(), JsonLine.of(change, ArchivePage.of(change)));
  }

  /** Why a fetch of the replay is no change. */
  public static KeyedLine line(Suppression suppression) {
    return reason(
        suppression.getDocumentId(),
        suppression.getFetchId(),
        "the replay says " + suppression.getReason() + ": " + suppression.getDetail());
  }

  /** Why a fetch of the replay is no change, in words. */
  public static KeyedLine reason(String documentId, String fetchId, String words) {
    return new KeyedLine(KeyedLine.key(documentId, fetchId), words);
  }

  /**
   * Compares and tells.
   *
   * @param isInArchive whether the archive has a platform of that name
   * @return whether all was reproduced
   */
  public boolean conclude(Predicate<String> isInArchive) throws IOException {
    Map<Outcome, Long> outcomes;
    try (SortedSpill spill = results.spill("spill");
        Progress progress =
            new Progress(terminal, "changes compared", counts.taken(), InstantSource.system())) {
      outcomes = new Comparison(isInArchive, spill, progress).run(recorded, replayed, reasons);
    }
    AuditReport told = new AuditReport(period, counts, outcomes, results);
    new AuditTable(terminal).print(told);
    if (report.isPresent()) {
      report.get().fill(told::writeTo);
      terminal.out().printf("Wrote the report to '%s'.%n", options.report().orElseThrow());
    }
    return told.isReproduced();
  }

  @Override
  public void close() {
    recorded.close();
    replayed.close();
    reasons.close();
    results.close();
    report.ifPresent(OutputFile::close);
  }
}
