package io.clausestream.cli.deadletter;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.DeadLetter;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream dead-letters redrive}. */
@Command(
    name = "redrive",
    description = {
      "Sends the records of dead letters again, after their cause was removed: the same bytes and"
          + " key to the topic that they came from.",
      "A letter that was sent again before is left out, unless --again. A fetch that the engine has"
          + " handled since is recorded as a duplicate or as late, and changes nothing."
    })
final class DeadLettersRedrive implements Callable<Integer> {

  @Mixin private BrokerOptions broker;
  @Mixin private LetterFilter filter;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Ids of the letters, or the beginnings of them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
  private boolean dryRun;

  @Option(names = "--again", description = "Send those that were sent again before, too.")
  private boolean again;

  @Spec private CommandSpec spec;

  private int sent;
  private int left;
  private int before;

  @Override
  public Integer call() {
    if (ids.isEmpty() != filter.namesReason()) {
      throw new ParameterException(
          spec.commandLine(), "Say which: either ids of dead letters or --reason REASON");
    }
    PrintWriter out = Terminal.of(spec).out();
    Letters letters = Letters.of(broker);
    Set<String> chosen = letters.resolve(ids);
    if (dryRun) {
      letters.forEach(letter -> handle(letters, letter, chosen, out, () -> {}));
    } else {
      send(letters, chosen, out);
    }
    report(out);
    return left == 0 ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private void send(Letters letters, Set<String> chosen, PrintWriter out) {
    broker.ask(
        letters.connection(), (TopicAdmin admin) -> admin.create(List.of(TopicCatalogue.REDRIVES)));
    try (Redriver redriver = new Redriver(letters.connection())) {
      letters.forEach(
          letter ->
              handle(
                  letters,
                  letter,
                  chosen,
                  out,
                  () ->
                      redriver.send(
                          OriginalRecord.complete(letters.connection(), letter),
                          letters.attempts(letter) + 1,
                          InstantSource.system().instant())));
    }
  }

  private void handle(
      Letters letters, DeadLetter letter, Set<String> chosen, PrintWriter out, Runnable send) {
    if (!filter.chooses(letter)
        || !chosen.isEmpty() && !chosen.contains(letter.getDeadLetterId())) {
      return;
    }
    if (letters.attempts(letter) > 0 && !again) {
      before(letters, letter, out);
    } else if (letter.getTopic() == null) {
      leave(letter, "it came from no topic: feed its page from where it came", out);
    } else {
      tell(letter, send, out);
    }
  }

  private void tell(DeadLetter letter, Runnable send, PrintWriter out) {
    try {
      send.run();
    } catch (UserMistake e) {
      leave(letter, String.valueOf(e.getMessage()), out);
      return;
    }
    sent++;
    out.printf(
        "%s %s  %s, key %s, %s%n",
        dryRun ? "would send" : "sent",
        letter.getDeadLetterId(),
        "to " + letter.getTopic(),
        LetterText.key(letter),
        letter.getReason());
    out.flush();
  }

  /** Who names a letter wants to know; who names a reason means the rest. */
  private void before(Letters letters, DeadLetter letter, PrintWriter out) {
    if (ids.isEmpty()) {
      before++;
    } else {
      leave(letter, "sent again at " + letters.redrivenAt(letter) + ": --again repeats it", out);
    }
  }

  private void leave(DeadLetter letter, String why, PrintWriter out) {
    left++;
    out.printf("left out %s  %s%n", letter.getDeadLetterId(), why);
  }

  private void report(PrintWriter out) {
    out.printf(
        "%s %d dead letter%s again%s.%n",
        dryRun ? "Would send" : "Sent",
        sent,
        sent == 1 ? "" : "s",
        left == 0 ? "" : ", left out " + left);
    if (before > 0) {
      out.printf("Passed over %d that were sent again before: --again repeats them.%n", before);
    }
    out.flush();
  }
}
