package io.clausestream.cli.explain;

import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.PlainText;
import io.clausestream.schema.Reason;
import java.util.ArrayList;
import java.util.List;

/** Lines of an explanation as they grow. All that records say is made fit for a terminal here. */
final class Lines {

  private static final int NAME = 12;
  private static final int WIDEST = 120;

  private final Palette palette;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  Lines(Palette palette, int width) {
    this.palette = palette;
    this.width = Math.min(WIDEST, width);
  }

  Palette palette() {
    return palette;
  }

  /** A line that is fit already. */
  void add(String line) {
    lines.add(line);
  }

  /** A fact with its name before it. */
  void fact(String name, String value) {
    wrapped("  " + name + " ".repeat(NAME - name.length()) + " ", value);
  }

  /** A reason with its rule. */
  void reason(String indent, Reason reason) {
    wrapped(indent, reason.getSentence() + " (" + reason.getRuleId() + ")");
  }

  /** A paragraph behind a begin of its first line; the others are indented as far. */
  void wrapped(String begin, String text) {
    String indent = begin;
    for (String line : PlainText.wrap(PlainText.safe(text), width - begin.length())) {
      lines.add(indent + line);
      indent = " ".repeat(begin.length());
    }
  }

  String text() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
