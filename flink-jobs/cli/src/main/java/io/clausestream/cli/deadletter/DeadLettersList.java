package io.clausestream.cli.deadletter;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Columns;
import io.clausestream.cli.console.Terminal;
import io.clausestream.schema.DeadLetter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream dead-letters list}. */
@Command(
    name = "list",
    description = {
      "Lists the dead letters, oldest first, and when each was last sent again.",
      "TIME is when the record arrived that could not be handled."
    })
final class DeadLettersList implements Callable<Integer> {

  /** How letters are printed. */
  private enum Format {
    TEXT,
    JSONL
  }

  @Mixin private BrokerOptions broker;
  @Mixin private LetterFilter filter;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Terminal.of(spec).out();
    Letters letters = Letters.of(broker);
    if (format == Format.JSONL) {
      letters.forEach(letter -> json(letters, letter, out));
    } else {
      text(letters, out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private void json(Letters letters, DeadLetter letter, PrintWriter out) {
    if (filter.chooses(letter)) {
      out.println(LetterLine.of(letter, letters.attempts(letter), letters.redrivenAt(letter)));
    }
  }

  private void text(Letters letters, PrintWriter out) {
    Columns columns = new Columns("ID", "TIME", "REASON", "STAGE", "SIZE>", "SENT AGAIN", "KEY");
    int[] count = {0};
    letters.forEach(
        letter -> {
          if (filter.chooses(letter)) {
            count[0]++;
            columns.row(
                letter.getDeadLetterId(),
                LetterText.time(letter),
                letter.getReason(),
                letter.getStage(),
                LetterText.size(letter),
                again(letters, letter),
                LetterText.key(letter));
          }
        });
    if (count[0] == 0) {
      out.println("No dead letters.");
    } else {
      columns.lines().forEach(out::println);
    }
  }

  private static String again(Letters letters, DeadLetter letter) {
    int attempts = letters.attempts(letter);
    String at = letters.redrivenAt(letter);
    String none = LetterText.origin(letter).map(id -> "no, came of " + id).orElse("no");
    return attempts == 0 ? none : attempts == 1 ? at : at + " (" + attempts + " times)";
  }
}
