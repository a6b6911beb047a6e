package io.clausestream.cli.console;

import io.clausestream.schema.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fetch that did not alert as people read it: what, why not, and a redline of each passage. */
public final class SuppressionText {

  private final Palette palette;
  private final Passages passages;

  /** A renderer. */
  public SuppressionText(Palette palette) {
    this.palette = palette;
    this.passages = new Passages(palette);
  }

  /** The suppression in lines, the last one empty. */
  public String render(Suppression suppression) {
    List<String> lines = new ArrayList<>();
    lines.add(
        headline(suppression.getPlatform() + " / " + suppression.getDocumentType(), suppression));
    lines.add(
        "  "
            + palette.faint(
                "fetched " + suppression.getFetchedAt() + "  fetch " + suppression.getFetchId()));
    return String.join(System.lineSeparator(), lines)
        + System.lineSeparator()
        + explanation(suppression);
  }

  /** The first line: why not, and what. */
  public String headline(String name, Suppression suppression) {
    String kind = suppression.getKind() == null ? "" : "  " + lower(suppression.getKind());
    String verdict = lower(suppression.getVerdict()).replace('_', ' ');
    return palette.strong("[" + PlainText.safe(suppression.getReason()) + "]")
        + " "
        + palette.strong(PlainText.safe(name))
        + "  "
        + verdict
        + kind;
  }

  private String explanation(Suppression suppression) {
    return "  why not: "
        + PlainText.safe(suppression.getDetail())
        + System.lineSeparator()
        + passages(suppression);
  }

  /** The passages that differ, the last line empty. */
  public String passages(Suppression suppression) {
    List<String> lines = new ArrayList<>();
    passages.add(lines, suppression.getBlocks(), suppression.getBlocksOmitted());
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
