package io.clausestream.cli.diff;

import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.SuppressionText;
import io.clausestream.cli.console.Terminal;

/** A judgement as people read it on a terminal. */
final class DiffText {

  private static final int WIDEST = 120;

  private final Terminal terminal;

  DiffText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(CaptureFile old, CaptureFile now, Judgement judgement) {
    String names = old.nameBeside(now) + " -> " + now.nameBeside(old);
    terminal.out().println(headline(names, judgement));
    PlainText.wrap(PlainText.safe(judgement.sentence()), Math.min(WIDEST, terminal.width()) - 2)
        .forEach(line -> terminal.out().println("  " + line));
    String hashes =
        "text " + judgement.before().substring(0, 12) + " -> " + judgement.after().substring(0, 12);
    terminal.out().println("  " + terminal.palette().faint(hashes));
    terminal.out().println(explanation(judgement));
    terminal.out().flush();
  }

  private String headline(String names, Judgement judgement) {
    ChangeText changes = new ChangeText(terminal.palette(), terminal.width());
    SuppressionText quiet = new SuppressionText(terminal.palette());
    return judgement
        .change()
        .map(change -> changes.headline(names, change))
        .or(() -> judgement.suppression().map(found -> quiet.headline(names, found)))
        .orElseGet(() -> terminal.palette().strong("[UNCHANGED] " + PlainText.safe(names)));
  }

  private String explanation(Judgement judgement) {
    return judgement
        .change()
        .map(new ChangeText(terminal.palette(), terminal.width())::explanation)
        .or(() -> judgement.suppression().map(new SuppressionText(terminal.palette())::passages))
        .orElse("");
  }
}
