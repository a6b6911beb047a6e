package io.clausestream.cli.diff;

import io.clausestream.cli.console.Redline;
import io.clausestream.schema.BlockChange;
import java.util.List;
import java.util.Locale;

/** Changed passages as HTML. Stateless. */
final class DiffPassages {

  private DiffPassages() {}

  /** The passages, each under its headings. */
  static String of(List<BlockChange> blocks) {
    StringBuilder html = new StringBuilder();
    List<String> above = List.of();
    for (BlockChange block : blocks) {
      if (!block.getHeadingPath().equals(above)) {
        above = block.getHeadingPath();
        html.append("<h2>").append(path(above)).append("</h2>\n");
      }
      html.append(passage(block));
    }
    return html.toString();
  }

  static String path(List<String> headings) {
    return DiffPage.text(String.join(" › ", headings));
  }

  static String passage(BlockChange block) {
    return "<p class=\"passage "
        + block.getOperation().name().toLowerCase(Locale.ROOT)
        + "\">"
        + redline(block)
        + "</p>\n";
  }

  private static String redline(BlockChange block) {
    StringBuilder html = new StringBuilder();
    List<Redline.Run> runs = Redline.of(block).runs();
    for (int i = 0; i < runs.size(); i++) {
      Redline.Fate fate = runs.get(i).fate();
      String element = element(fate);
      boolean begins = i == 0 || runs.get(i - 1).fate() != fate;
      boolean ends = i == runs.size() - 1 || runs.get(i + 1).fate() != fate;
      html.append(begins && !element.isEmpty() ? "<" + element + ">" : "")
          .append(words(runs.get(i)))
          .append(ends && !element.isEmpty() ? "</" + element + ">" : "");
    }
    return html.toString();
  }

  private static String element(Redline.Fate fate) {
    return switch (fate) {
      case KEPT -> "";
      case DELETED -> "del";
      case INSERTED -> "ins";
    };
  }

  /** Words that made a rule apply are marked, with its id for the mouse. */
  private static String words(Redline.Run run) {
    String words = DiffPage.text(run.text());
    return run.rules().isEmpty()
        ? words
        : "<mark title=\"" + DiffPage.text(run.rules()) + "\">" + words + "</mark>";
  }
}
