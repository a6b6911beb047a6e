package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text and the sentences that they stand in. A hyphen parts words, so that "opt-out"
 * reads like "opt out"; an apostrophe does so behind an elided article ("l'arbitrage"), and not in
 * a contraction ("don't").
 *
 * @param text the text
 * @param words its words in reading order; at most {@link #MAX_WORDS}, the rest is not read
 */
public record Tokens(String text, List<Token> words) {

  /** No clause is longer; what stands behind is not read. */
  public static final int MAX_WORDS = 20_000;

  private static final int LONGEST_ELISION = 2;
  private static final Set<String> CONTRACTIONS = Set.of("s", "t", "re", "ve", "ll", "d", "m");

  /** Abbreviations whose full stop ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "art", "arts", "abs", "no", "nos", "nr", "inc", "ltd", "co", "corp", "st", "eg", "e", "g",
          "i", "ie", "z", "b", "bzw", "ca", "vs", "u", "s", "d", "h", "etc", "cf", "para", "sec",
          "al", "mr", "ms", "dr");

  /** Copies the list. */
  public Tokens {
    words = List.copyOf(words);
  }

  /** Reads a text. */
  public static Tokens of(String text) {
    return new Reader(text).read();
  }

  /** How many sentences the words stand in. */
  public int sentences() {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).sentence() + 1;
  }

  /** Index of the first word that starts at an offset or behind it; how many there are if none. */
  public int firstFrom(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Index of the first word of a sentence; how many words there are if it has none. */
  public int firstOf(int sentence) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).sentence() < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static final class Reader {
    private final String text;
    private final List<Token> words = new ArrayList<>();
    private int sentence;

    Reader(String text) {
      this.text = text;
    }

    Tokens read() {
      int i = 0;
      while (i < text.length() && words.size() < MAX_WORDS) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          int end = end(i);
          words.add(new Token(text.substring(i, end).toLowerCase(Locale.ROOT), i, end, sentence));
          i = end;
        } else {
          if (endsSentence(c, i)) {
            sentence = next();
          }
          i++;
        }
      }
      return new Tokens(text, words);
    }

    private int next() {
      boolean open = words.isEmpty() || words.get(words.size() - 1).sentence() != sentence;
      return open ? sentence : sentence + 1;
    }

    private int end(int start) {
      int i = start;
      while (i < text.length()) {
        char c = text.charAt(i);
        boolean joined =
            isApostrophe(c)
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i + 1))
                && !isElision(start, i);
        if (!Character.isLetterOrDigit(c) && !joined && !isInNumber(c, i)) {
          break;
        }
        i++;
      }
      return i;
    }

    private boolean isElision(int start, int apostrophe) {
      if (apostrophe - start > LONGEST_ELISION) {
        return false;
      }
      int end = apostrophe + 1;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      String behind = text.substring(apostrophe + 1, end).toLowerCase(Locale.ROOT);
      return !CONTRACTIONS.contains(behind);
    }

    /** "1,000" and "4.2" are one word. */
    private boolean isInNumber(char c, int at) {
      return (c == '.' || c == ',')
          && at > 0
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1));
    }

    private boolean endsSentence(char c, int at) {
      if (c == '!' || c == '?' || c == ';' || c == '\n' || c == '•') {
        return true;
      }
      boolean end = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
      if (c != '.' || !end || words.isEmpty()) {
        return false;
      }
      Token last = words.get(words.size() - 1);
      return last.end() != at || !ABBREVIATIONS.contains(last.word());
    }

    private static boolean isApostrophe(char c) {
      return c == '\'' || c == '\u2019';
    }
  }
}
