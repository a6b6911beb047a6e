package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words as a lawyer writes them down, and a matcher finds them in linear time.
 *
 * <pre>
 * binding arbitration      these words, one behind the other, in upper or lower case
 * arbitrat*                a word that begins so; *bedingungen one that ends so
 * (sell|rent|trade*)       one of these words
 * [your] data              a word that may be left out
 * share ... advertisers    up to {@value #GAP} other words between, in the same sentence
 * </pre>
 *
 * @param source the phrase as it was written
 * @param elements what it consists of; the first is neither a gap nor optional
 */
public record Phrase(String source, List<Element> elements) {

  /** Most words that a gap spans. */
  public static final int GAP = 8;

  /** Most elements of a phrase. */
  public static final int MAX_ELEMENTS = 16;

  /** Most gaps of a phrase; with {@link #GAP} they bound the time of a match. */
  public static final int MAX_GAPS = 2;

  /** Most words of a phrase that may be left out. */
  public static final int MAX_OPTIONAL = 5;

  /** Shortest beginning or end of a word that may stand for it. */
  public static final int SHORTEST_PART = 3;

  private static final String DOTS = "...";

  /**
   * A place in a phrase.
   *
   * @param words the words that fit; empty for a gap
   * @param optional whether it may be left out
   */
  public record Element(List<String> words, boolean optional) {

    /** Copies the list. */
    public Element {
      words = List.copyOf(words);
    }

    boolean isGap() {
      return words.isEmpty();
    }
  }

  /** Copies the list. */
  public Phrase {
    elements = List.copyOf(elements);
  }

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException if it is empty or malformed, saying how
   */
  public static Phrase parse(String source) {
    List<Element> elements = new ArrayList<>();
    for (String part : parts(source)) {
      elements.addAll(elements(part, source));
    }
    check(elements, source);
    return new Phrase(source, elements);
  }

  private static void check(List<Element> elements, String source) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("a phrase is empty");
    }
    if (elements.size() > MAX_ELEMENTS) {
      throw fault(source, "has more than " + MAX_ELEMENTS + " elements");
    }
    if (elements.stream().filter(Element::isGap).count() > MAX_GAPS) {
      throw fault(source, "has more than " + MAX_GAPS + " gaps");
    }
    if (elements.stream().filter(Element::optional).count() > MAX_OPTIONAL) {
      throw fault(source, "has more than " + MAX_OPTIONAL + " optional words");
    }
    Element first = elements.get(0);
    Element last = elements.get(elements.size() - 1);
    if (first.isGap() || first.optional() || last.isGap()) {
      throw fault(source, "must begin with a word that is not optional and end with a word");
    }
  }

  /** White space parts elements, except within brackets. */
  private static List<String> parts(String source) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (Character.isWhitespace(c) && depth == 0) {
        add(part, parts);
      } else {
        part.append(c);
      }
    }
    add(part, parts);
    return parts;
  }

  private static void add(StringBuilder part, List<String> parts) {
    if (part.length() > 0) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }

  /** A word with an elided article ("d'accès") is two elements, as it is two words of a text. */
  private static List<Element> elements(String part, String source) {
    List<Token> words = Tokens.of(part).words();
    if (words.size() < 2 || !part.matches("[\\p{L}'\u2019]+")) {
      return List.of(element(part, source));
    }
    return words.stream().map(word -> new Element(List.of(word.word()), false)).toList();
  }

  private static Element element(String part, String source) {
    if (part.equals(DOTS)) {
      return new Element(List.of(), false);
    }
    boolean optional = part.startsWith("[");
    boolean choice = part.startsWith("(");
    if (optional && !part.endsWith("]") || choice && !part.endsWith(")")) {
      throw fault(source, "has a bracket that is not closed");
    }
    String inner = optional || choice ? part.substring(1, part.length() - 1) : part;
    List<String> words = new ArrayList<>();
    for (String word : inner.split("\\|", -1)) {
      words.add(word(word.strip().toLowerCase(Locale.ROOT), source));
    }
    return new Element(words, optional);
  }

  private static String word(String word, String source) {
    String letters = word.startsWith("*") ? word.substring(1) : word;
    letters = letters.endsWith("*") ? letters.substring(0, letters.length() - 1) : letters;
    if (word.startsWith("*") && word.endsWith("*")) {
      throw fault(source, "has a word with a star at both ends");
    }
    if (letters.length() < word.length() && letters.length() < SHORTEST_PART) {
      throw fault(source, "has fewer than " + SHORTEST_PART + " letters beside a star");
    }
    if (Tokens.of(letters).words().size() != 1
        || Tokens.of(letters).words().get(0).word().length() != letters.length()) {
      throw fault(source, "holds '" + word + "', which is not one word");
    }
    return word;
  }

  private static IllegalArgumentException fault(String source, String what) {
    return new IllegalArgumentException("the phrase '" + source + "' " + what);
  }
}
