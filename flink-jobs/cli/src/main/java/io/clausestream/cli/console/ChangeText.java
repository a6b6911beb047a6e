package io.clausestream.cli.console;

import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A change as people read it: what, where, how severe, why, and a redline of each provision. */
public final class ChangeText {

  private static final int MOST_REASONS = 4;
  private static final int MOST_CATEGORIES = 5;
  private static final int WIDEST = 120;

  private final Palette palette;
  private final ProvisionText provisions;
  private final int width;

  /**
   * A renderer.
   *
   * @param palette how words stand out
   * @param width columns to wrap plain sentences at
   */
  public ChangeText(Palette palette, int width) {
    this.palette = palette;
    this.width = Math.min(WIDEST, width);
    this.provisions = new ProvisionText(palette, this.width);
  }

  /** The change in lines, the last one empty. */
  public String render(PageChange change) {
    return headline(document(change), change) + System.lineSeparator() + details(change);
  }

  /** The first line: how severe, what, about what. */
  public String headline(String name, PageChange change) {
    return palette.badge(change.getSeverity())
        + " "
        + palette.strong(PlainText.safe(name))
        + "  "
        + PlainText.safe(categories(change.getCategories()))
        + direction(change);
  }

  /** What comes below, the last line empty. */
  private String details(PageChange change) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + palette.faint(facts(change)));
    why(lines, change);
    return text(lines);
  }

  /** Summary, reasons and provisions of a change without its place in a history. */
  public String explanation(PageChange change) {
    List<String> lines = new ArrayList<>();
    why(lines, change);
    return text(lines);
  }

  private static String text(List<String> lines) {
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private void why(List<String> lines, PageChange change) {
    for (String sentence : change.getSummary()) {
      paragraph(lines, "  ", PlainText.safe(sentence));
    }
    Told.reasonsBesideProvisions(change).stream()
        .limit(MOST_REASONS)
        .forEach(reason -> why(lines, reason));
    provisions.add(lines, change);
  }

  private static String document(PageChange change) {
    return change.getPlatform() + " / " + change.getDocumentType();
  }

  private static String categories(List<String> all) {
    String shown = all.stream().limit(MOST_CATEGORIES).collect(Collectors.joining(", "));
    int more = all.size() - MOST_CATEGORIES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String direction(PageChange change) {
    String direction = Told.direction(change.getDirection());
    return direction.isEmpty() ? "" : ", " + direction;
  }

  private static String facts(PageChange change) {
    return "fetched "
        + change.getCurrent().getFetchedAt()
        + "  version "
        + change.getCurrent().getNumber()
        + url(change.getUrl())
        + "  change "
        + change.getChangeId();
  }

  /** Archives that do not know a URL say so by a name that is of no use to people. */
  private static String url(String url) {
    return url.startsWith("urn:") ? "" : "  " + PlainText.safe(url);
  }

  private void why(List<String> lines, Reason reason) {
    paragraph(
        lines,
        "  ",
        "why: " + PlainText.safe(reason.getSentence()) + " (" + reason.getRuleId() + ")");
  }

  private void paragraph(List<String> lines, String indent, String text) {
    for (String line : PlainText.wrap(text, width - indent.length())) {
      lines.add(indent + line);
    }
  }
}
