package io.clausestream.core.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invented document and its two edits. A line is a block: {@code =} title, {@code #} heading,
 * {@code *} item, {@code |} row, {@code ~} date; {@code +} stands from the first edit on, {@code
 * {old|new}} is the second, {@code !} is missing in the version before, {@code @} is shown only to
 * readers from abroad.
 *
 * @param name name of the file
 * @param brand name of the platform
 * @param language code of its language
 * @param lines the lines of the file
 */
record Document(String name, String brand, String language, List<String> lines) {

  private static final Pattern WORD = Pattern.compile("\\{([^|}]*)\\|([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)]*)\\)");
  private static final Pattern MAIL = Pattern.compile("[a-z]+@[a-z]+\\.example");

  /** All documents. */
  static List<Document> all() {
    return List.of(
        of("terms-en", "Marrowby"),
        of("privacy-de", "Quillstead"),
        of("rules-fr", "Brindelune"),
        of("help-es", "Tarrasola"),
        of("cookies-it", "Velmora"),
        of("developer-pt", "Altamira"),
        of("privacy-nl", "Zandhoeve"),
        of("terms-pl", "Borowina"));
  }

  private static Document of(String name, String brand) {
    return new Document(
        name,
        brand,
        name.substring(name.length() - 2),
        Resources.text("documents/" + name + ".txt").lines().toList());
  }

  String title() {
    return lines.get(0).substring(2);
  }

  /**
   * The text.
   *
   * @param revision number of edits made; -1 is the version before the first capture
   * @param abroad whether the reader is abroad
   */
  List<Part> parts(int revision, boolean abroad) {
    List<Part> parts = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (stands(line, revision, abroad)) {
        parts.add(part(WORD.matcher(line).replaceAll(revision > 1 ? "$2" : "$1")));
      }
    }
    return parts;
  }

  private static boolean stands(String line, int revision, boolean abroad) {
    return switch (line.charAt(0)) {
      case '+' -> revision > 0;
      case '!' -> revision >= 0;
      case '@' -> abroad;
      default -> true;
    };
  }

  private static Part part(String line) {
    String rest = inline(line.replaceFirst("^(##?|[*+!@|~]) ", ""));
    if (line.startsWith("## ")) {
      return new Part(Part.Kind.SUBHEADING, rest);
    }
    return switch (line.charAt(0)) {
      case '#' -> new Part(Part.Kind.HEADING, rest);
      case '*' -> new Part(Part.Kind.ITEM, rest);
      case '|' -> new Part(Part.Kind.ROW, rest.replaceFirst("\\s*\\|$", ""));
      case '~' -> new Part(Part.Kind.DATE, rest);
      default -> new Part(Part.Kind.PARAGRAPH, rest);
    };
  }

  private static String inline(String text) {
    String linked =
        text.contains("[date]") ? text : LINK.matcher(text).replaceAll("<a href=\"$2\">$1</a>");
    return MAIL.matcher(linked).replaceAll("<a href=\"mailto:$0\">$0</a>");
  }

  /** Letters and digits that only the text after the edit holds. */
  String mark(int edit) {
    String line =
        lines.stream()
            .filter(l -> edit == 1 ? l.startsWith("+") : WORD.matcher(l).find())
            .findFirst()
            .orElseThrow();
    if (edit == 1) {
      return letters(line).substring(0, 40);
    }
    Matcher word = WORD.matcher(line);
    word.find();
    String before = letters(line.substring(0, word.start()));
    String after = letters(line.substring(word.end()));
    return before.substring(Math.max(0, before.length() - 10))
        + letters(word.group(2))
        + after.substring(0, Math.min(4, after.length()));
  }

  /** Only the letters and digits of a text, in lower case. */
  static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
