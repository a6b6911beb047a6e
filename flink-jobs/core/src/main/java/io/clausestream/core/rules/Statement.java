package io.clausestream.core.rules;

import java.util.List;
import java.util.Map;

/**
 * Something that a sentence says: a power, a duty, a right, a condition. What it means for a user
 * who reads it is the same whichever platform writes it; a change matters when a clause begins or
 * ceases to say it.
 *
 * @param id its id, such as {@code training.allowed}
 * @param category id of the category that it belongs to
 * @param serves whom it serves when it stands there
 * @param level how much it matters when a clause begins to say it against the user, or ceases to
 *     say it for the user
 * @param reworded how much it matters when a clause goes on to say it in other words
 * @param more whom a larger number, a longer time or a higher amount in it serves
 * @param once whether it holds for the whole document wherever it stands, so that a new clause adds
 *     nothing by saying it again
 * @param says what it says, as the end of a sentence that begins with "it"
 * @param words phrases that say it, by ISO 639-1 code of the language
 * @param unless phrases that, in the same sentence, make it say something else
 */
public record Statement(
    String id,
    String category,
    Serves serves,
    Category.Weight level,
    Category.Weight reworded,
    Serves more,
    boolean once,
    String says,
    Map<String, List<Phrase>> words,
    Map<String, List<Phrase>> unless) {

  /** Whom a statement serves. */
  public enum Serves {
    PLATFORM,
    USER
  }

  /** Copies the maps. */
  public Statement {
    words = Map.copyOf(words);
    unless = Map.copyOf(unless);
  }
}
