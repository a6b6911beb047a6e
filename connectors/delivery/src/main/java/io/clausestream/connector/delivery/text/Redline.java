package io.clausestream.connector.delivery.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a changed block with its words marked.
 *
 * @param pieces in reading order
 */
public record Redline(List<Piece> pieces) {

  /** What became of some words. */
  public enum Mark {
    /** They stand as before. */
    SAME,
    /** They are gone. */
    GONE,
    /** They are new. */
    NEW
  }

  /**
   * Words of one mark.
   *
   * @param mark what became of them
   * @param text of the page
   */
  public record Piece(Mark mark, String text) {

    /** Makes the text harmless. */
    public Piece {
      text = SafeText.lines(text);
    }
  }

  private static final String ELLIPSIS = " … ";

  /** Copies the list. */
  public Redline {
    pieces = List.copyOf(pieces);
  }

  /** Characters of all pieces. */
  int length() {
    return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
  }

  /**
   * Leaves out the middle of what is long.
   *
   * @param context characters that stay at each end of unchanged words
   * @param most characters that stay of changed ones; of all together twice as many
   */
  public Redline shortened(int context, int most) {
    List<Piece> shorter = new ArrayList<>();
    int room = 2 * most;
    for (int i = 0; i < pieces.size() && room > 0; i++) {
      Piece piece = new Piece(pieces.get(i).mark(), text(i, context, most));
      shorter.add(piece);
      room -= piece.text().length();
    }
    if (shorter.size() < pieces.size()) {
      shorter.add(new Piece(Mark.SAME, ELLIPSIS));
    }
    return new Redline(shorter);
  }

  private String text(int number, int context, int most) {
    Piece piece = pieces.get(number);
    if (piece.mark() != Mark.SAME || pieces.size() == 1) {
      return cut(piece.text(), most, 0);
    }
    int head = number == 0 ? 0 : context;
    int tail = number == pieces.size() - 1 ? 0 : context;
    return cut(piece.text(), head, tail);
  }

  private static String cut(String text, int head, int tail) {
    int length = text.codePointCount(0, text.length());
    if (length <= head + tail + ELLIPSIS.length()) {
      return text;
    }
    String begin = text.substring(0, text.offsetByCodePoints(0, head));
    String end = text.substring(text.offsetByCodePoints(0, length - tail));
    return begin.stripTrailing() + ELLIPSIS + end.stripLeading();
  }
}
