package io.clausestream.core.rules;

import java.util.List;
import java.util.Map;

/**
 * A subject of clauses.
 *
 * @param id its id, such as {@code data-retention}
 * @param name what a reader calls it, in English
 * @param weight how much a change of it can matter at most
 * @param entries how much it matters when an entry of a list or table on it comes or goes, such as
 *     a processor or a cookie
 * @param words phrases that show it, by ISO 639-1 code of the language
 */
public record Category(
    String id, String name, Weight weight, Weight entries, Map<String, List<Phrase>> words) {

  /** How much changes of a category can matter. */
  public enum Weight {
    LOW,
    MEDIUM,
    HIGH
  }

  /** Copies the map. */
  public Category {
    words = Map.copyOf(words);
  }
}
