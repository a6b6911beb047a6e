package io.clausestream.core.canonical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the lines of a PDF to blocks, by what their places, sizes and signs show. */
final class PdfLayout {

  /** Bullets, with those that symbol fonts keep in the private use area. */
  private static final Pattern BULLET =
      Pattern.compile(
          "^[\u2022\u2023\u25AA\u25A0\u25CF\u25CB\u25E6\u2043\u2219\u00B7\uF0B7\uF0A7\uF0D8o*-]\\s+"
              + "|^[\u2022\u25CF\uF0B7]");

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(\\(?(\\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\\d{1,3}(\\.\\d{1,3})+\\.?)\\s+\\S.*");

  private static final Pattern HYPHENATED = Pattern.compile("\\p{L}+-\\p{L}+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern LAST_PART = Pattern.compile("(\\p{L}+)-$");
  private static final Pattern FIRST_PART = Pattern.compile("^(\\p{Ll}\\p{L}*)");

  /** A line that ends this far before its column does ends a paragraph, if a sentence ends. */
  private static final double SHORT = 0.8;

  private final List<PdfLine> lines;
  private final PdfStyle style;
  private final Set<String> words = new HashSet<>();
  private final double column;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private BlockKind kind = BlockKind.PARAGRAPH;
  private int level;

  PdfLayout(List<PdfLine> lines) {
    this.lines = lines;
    this.style = new PdfStyle(lines);
    this.column = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
    for (PdfLine line : lines) {
      collect(WORD, line.text());
      collect(HYPHENATED, line.text());
    }
  }

  private void collect(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      // The first part of a word that is cut is no word.
      if (!(matcher.end() == line.length() - 1 && line.endsWith("-"))) {
        words.add(matcher.group());
      }
    }
  }

  /** The blocks of all lines, in their order. */
  List<Block> blocks() {
    PdfLine above = null;
    for (PdfLine line : lines) {
      int heading = style.headingLevel(line);
      if (above == null || begins(line, heading, above)) {
        flush();
        begin(line, heading);
      } else {
        join(above.text(), line.text());
      }
      above = line;
    }
    flush();
    return blocks;
  }

  private boolean begins(PdfLine line, int heading, PdfLine above) {
    boolean samePage = line.page() == above.page() && line.y() >= above.y() - 1;
    if (level > 0 || heading > 0 && (line.size() != above.size() || ends(above))) {
      return heading != level || !samePage || style.isApart(line, above);
    }
    if (BULLET.matcher(line.text()).find()) {
      return true;
    }
    if (!samePage) {
      return endsSentence(above) || !goesOn(line) || line.size() != above.size();
    }
    return style.isApart(line, above)
        || ends(above)
        || NUMBER.matcher(line.text()).matches() && beginsItem(line, above);
  }

  /** Numbers stand within sentences, too; an item's line begins elsewhere, or after another's. */
  private boolean beginsItem(PdfLine line, PdfLine above) {
    boolean moved = Math.abs(line.left() - above.left()) > 2;
    return endsPart(above) && (moved || kind == BlockKind.LIST_ITEM || above.text().endsWith(":"));
  }

  /** Whether a line is the last of its paragraph, as it says all and leaves room. */
  private boolean ends(PdfLine line) {
    return endsSentence(line) && line.right() < SHORT * column;
  }

  private static boolean endsSentence(PdfLine line) {
    return line.text().matches("(?s).*[.:!?][\"')\\]]*");
  }

  private static boolean endsPart(PdfLine line) {
    return endsSentence(line) || line.text().matches("(?s).*([;,]|\\b(and|or))");
  }

  private static boolean goesOn(PdfLine line) {
    int start = line.text().codePointAt(0);
    return !Character.isUpperCase(start) || Character.isLowerCase(start);
  }

  private void begin(PdfLine line, int heading) {
    String begun = line.text();
    level = heading;
    kind = heading > 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH;
    Matcher bullet = BULLET.matcher(begun);
    if (heading == 0 && bullet.find()) {
      kind = BlockKind.LIST_ITEM;
      begun = begun.substring(bullet.end());
    } else if (heading == 0 && NUMBER.matcher(begun).matches()) {
      kind = BlockKind.LIST_ITEM;
    }
    text.append(begun);
  }

  /** Adds a line to the text, and puts together a word that was cut at the line's end. */
  private void join(String above, String next) {
    Matcher last = LAST_PART.matcher(above);
    Matcher first = FIRST_PART.matcher(next);
    if (last.find() && first.find()) {
      boolean isOneWord = !words.contains(last.group(1) + "-" + first.group(1));
      text.setLength(isOneWord ? text.length() - 1 : text.length());
    } else {
      text.append(' ');
    }
    text.append(next);
  }

  private void flush() {
    String normalized = TextNormalizer.normalize(text);
    if (!normalized.isEmpty()) {
      blocks.add(new Block(kind, level, normalized));
    }
    text.setLength(0);
  }
}
