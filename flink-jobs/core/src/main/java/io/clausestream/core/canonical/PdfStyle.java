package io.clausestream.core.canonical;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What most of a PDF's text looks like, so that headings can be told from it. */
final class PdfStyle {

  private static final double LARGER = 1.1;
  private static final int DEEPEST = 6;

  /** More bold text than this is the document's way of writing. */
  private static final double BOLD_SHARE = 0.4;

  /** A longer line is text, however large. */
  private static final int LONGEST_HEADING = 200;

  private final double body;
  private final double leading;
  private final boolean boldIsRare;
  private final TreeSet<Double> headingSizes = new TreeSet<>();

  PdfStyle(List<PdfLine> lines) {
    Map<Double, Integer> sizes = new TreeMap<>();
    int bold = 0;
    int all = 0;
    for (PdfLine line : lines) {
      sizes.merge(line.size(), line.text().length(), Integer::sum);
      bold += line.bold() ? line.text().length() : 0;
      all += line.text().length();
    }
    body = mostOften(sizes);
    boldIsRare = bold < BOLD_SHARE * all;
    leading = leading(lines);
    lines.stream().filter(this::isLarge).forEach(line -> headingSizes.add(line.size()));
  }

  private static double mostOften(Map<Double, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }

  private double leading(List<PdfLine> lines) {
    Map<Double, Integer> gaps = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      double gap = line.y() - lines.get(i - 1).y();
      boolean ofBody = line.size() == body && lines.get(i - 1).size() == body;
      if (ofBody && line.page() == lines.get(i - 1).page() && gap > 0.5 * body && gap < 3 * body) {
        gaps.merge(Math.rint(gap * 2) / 2, 1, Integer::sum);
      }
    }
    double most = mostOften(gaps);
    return most > 0 ? most : 1.2 * body;
  }

  /** Whether there is more room above a line than between the lines of a paragraph. */
  boolean isApart(PdfLine line, PdfLine above) {
    return line.y() - above.y() > Math.max(1.2 * leading, 1.2 * line.size() * leading / body);
  }

  /** The level of the heading that a line is, or 0. */
  int headingLevel(PdfLine line) {
    if (isLarge(line)) {
      return Math.min(DEEPEST, headingSizes.tailSet(line.size()).size());
    }
    return isBoldTitle(line) ? Math.min(DEEPEST, headingSizes.size() + 1) : 0;
  }

  private boolean isLarge(PdfLine line) {
    return line.size() >= LARGER * body && isTitle(line);
  }

  private boolean isBoldTitle(PdfLine line) {
    char end = line.text().charAt(line.text().length() - 1);
    return boldIsRare
        && line.bold()
        && line.size() >= body - 0.5
        && isTitle(line)
        && ",;".indexOf(end) < 0;
  }

  private static boolean isTitle(PdfLine line) {
    return line.text().length() <= LONGEST_HEADING
        && line.text().chars().anyMatch(Character::isLetter);
  }
}
