package io.clausestream.cli.deadletter;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.schema.DeadLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream dead-letters show}. */
@Command(
    name = "show",
    description = "Shows one dead letter: what was wrong with what, from where.")
final class DeadLettersShow implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Parameters(paramLabel = "ID", description = "Id of the letter, or the beginning of it.")
  private String id;

  @Option(
      names = "--body",
      paramLabel = "OUT",
      description = "Write the bytes of the record's value to this file, as they came.")
  private @Nullable Path body;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Terminal.of(spec).out();
    Letters letters = Letters.of(broker);
    String whole = letters.resolve(List.of(id)).iterator().next();
    letters.forEach(
        letter -> {
          if (letter.getDeadLetterId().equals(whole)) {
            show(letter, letters, out);
          }
        });
    out.flush();
    return ExitCode.OK;
  }

  private void show(DeadLetter letter, Letters letters, PrintWriter out) {
    String redrivenAt = letters.redrivenAt(letter);
    line(out, "id", letter.getDeadLetterId());
    line(out, "reason", letter.getReason() + " (stage " + letter.getStage() + ")");
    line(out, "detail", letter.getDetail());
    line(out, "document", letter.getDocumentId() == null ? "not known" : letter.getDocumentId());
    line(out, "from", LetterText.place(letter));
    line(out, "arrived", LetterText.time(letter));
    line(out, "key", LetterText.key(letter));
    line(out, "value", letter.getValue() == null ? "not kept here" : LetterText.size(letter));
    line(out, "engine", letter.getEngineVersion());
    line(out, "sent again", redrivenAt.isEmpty() ? "no" : redrivenAt);
    new TreeMap<>(letter.getHeaders())
        .forEach((name, value) -> line(out, "header", name + " = " + LetterText.text(value)));
    if (body != null) {
      write(OriginalRecord.complete(letters.connection(), letter), body);
      line(out, "body", "written to '" + body + "'");
    }
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("  %-11s %s%n", name, PlainText.safe(value));
  }

  private static void write(DeadLetter letter, Path file) {
    byte[] value = LetterText.bytes(letter.getValue());
    if (value == null) {
      throw new UserMistake(
          "Dead letter "
              + letter.getDeadLetterId()
              + " holds no value: see "
              + LetterText.place(letter)
              + ", as long as the topic keeps it.");
    }
    try {
      Files.write(file, value);
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot write '"
              + file
              + "' ("
              + e.getClass().getSimpleName()
              + "): choose a file that you may write with --body.",
          e);
    }
  }
}
