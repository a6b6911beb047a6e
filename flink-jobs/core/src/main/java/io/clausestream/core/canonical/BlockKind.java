package io.clausestream.core.canonical;

/** What a block of canonical text is. Codes are stored: never change one. */
public enum BlockKind {
  HEADING('h'),
  PARAGRAPH('p'),
  LIST_ITEM('l'),
  TABLE_ROW('r'),
  DEFINITION('d');

  private final char code;

  BlockKind(char code) {
    this.code = code;
  }

  /** The letter that stands for the kind in stored text. */
  public char code() {
    return code;
  }

  /**
   * The kind that a stored letter stands for.
   *
   * @throws IllegalArgumentException if no kind has this letter
   */
  public static BlockKind ofCode(char code) {
    for (BlockKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of block has the code '" + code + "'");
  }
}
