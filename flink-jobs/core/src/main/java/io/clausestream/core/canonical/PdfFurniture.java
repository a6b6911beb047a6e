package io.clausestream.core.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Running headers and footers: lines near an edge that most pages have at the same place. */
final class PdfFurniture {

  /** How near an edge is, as a share of the page's height. */
  private static final double EDGE = 0.12;

  /** Odd and even pages may differ, so a line that is on most of either is on this share of all. */
  private static final double MOST = 0.4;

  /** Places closer than this are the same, in points. */
  private static final int GRID = 8;

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?i)\\W*(page\\s*)?\\d{1,4}(\\s*(of|/)\\s*\\d{1,4})?\\W*");

  private PdfFurniture() {}

  static List<PdfLine> dropFrom(List<PdfLine> lines, int pages) {
    Map<String, Integer> lastPage = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    lines.stream().filter(PdfFurniture::isNearEdge).forEach(line -> count(line, lastPage, counts));
    double most = Math.max(2, MOST * pages);
    return lines.stream()
        .filter(
            line ->
                !isNearEdge(line)
                    || counts.getOrDefault(key(line), 0) < most
                        && !PAGE_NUMBER.matcher(line.text()).matches())
        .toList();
  }

  private static void count(
      PdfLine line, Map<String, Integer> lastPage, Map<String, Integer> counts) {
    Integer seen = lastPage.put(key(line), line.page());
    if (seen == null || seen != line.page()) {
      counts.merge(key(line), 1, Integer::sum);
    }
  }

  private static boolean isNearEdge(PdfLine line) {
    return line.place() < EDGE || line.place() > 1 - EDGE;
  }

  private static String key(PdfLine line) {
    return Math.round(line.y() / GRID) + " " + DIGITS.matcher(line.text()).replaceAll("#");
  }
}
