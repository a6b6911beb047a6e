package io.clausestream.cli.audit;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.SpillMerge;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** What an audit found, as a table. */
final class AuditTable {

  private static final int MOST_ROWS = 50;
  private static final int MOST_FIELDS = 12;
  private static final String INDENT = " ".repeat(13);

  private final Terminal terminal;
  private final PrintWriter out;

  AuditTable(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  void print(AuditReport report) throws IOException {
    out.println();
    out.println("Recorded and replayed changes, " + report.period().sentence() + ":");
    for (Outcome outcome : Outcome.values()) {
      out.printf("  %-11s %,10d%n", lower(outcome), report.outcomes().get(outcome));
    }
    if (report.recorded().leftOut() > 0) {
      out.printf(
          "%,d recorded changes are outside of that and were left out.%n",
          report.recorded().leftOut());
    }
    out.println();
    rows(report);
    out.println(
        report.isReproduced()
            ? "All that was recorded is reproduced, and nothing else is found."
            : "The replay differs from what was recorded.");
    out.flush();
  }

  /** The changes in the order of documents; those that were reproduced only if all have room. */
  private void rows(AuditReport report) throws IOException {
    long all = report.outcomes().values().stream().mapToLong(Long::longValue).sum();
    long rows = 0;
    try (SpillMerge lines = report.results().open()) {
      while (lines.hasNext()) {
        ComparedChange change = ComparedChange.parse(lines.next().text());
        if ((all <= MOST_ROWS || change.outcome() != Outcome.REPRODUCED) && ++rows <= MOST_ROWS) {
          row(change);
        }
      }
    }
    if (rows > MOST_ROWS) {
      out.printf("  and %,d more; --report OUT.json has them all%n", rows - MOST_ROWS);
    }
    if (rows > 0) {
      out.println();
    }
  }

  private void row(ComparedChange change) {
    String outcome = "  %-11s".formatted(lower(change.outcome()));
    boolean fine = change.outcome() == Outcome.REPRODUCED;
    out.println(
        (fine ? outcome : terminal.palette().strong(outcome))
            + "%-24s  change %s  %s"
                .formatted(
                    change.detectedAt(),
                    PlainText.safe(change.changeId()),
                    PlainText.safe(change.documentId())));
    if (!change.reason().isEmpty()) {
      out.println(INDENT + PlainText.safe(change.reason()));
    }
    change.differences().stream().limit(MOST_FIELDS).forEach(this::field);
    int more = change.differences().size() - MOST_FIELDS;
    if (more > 0) {
      out.println(INDENT + "and " + more + " more fields");
    }
  }

  private void field(FieldDifference field) {
    out.println(INDENT + PlainText.safe(field.field()));
    out.println(INDENT + "  recorded  " + PlainText.safe(field.excerptOfRecorded()));
    out.println(INDENT + "  replayed  " + PlainText.safe(field.excerptOfReplayed()));
  }

  private static String lower(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
