package io.clausestream.core.diff;

/**
 * A run of words that were kept, deleted or inserted.
 *
 * @param type which of these
 * @param text the words with the white space between them
 * @param beforeStart offset in the text before, in UTF-16 units; where it was inserted, the place
 * @param afterStart offset in the text after, in UTF-16 units; where it was deleted, the place
 */
public record WordEdit(Type type, String text, int beforeStart, int afterStart) {

  /** What happened to the words. */
  public enum Type {
    KEPT,
    DELETED,
    INSERTED
  }
}
