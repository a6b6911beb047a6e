package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.language.TextLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The categories that a document holds a clause of, and the language that it is written in, by its
 * text in force.
 *
 * @param rules key of the rules that read them, such as {@code governance@1}; empty before the
 *     first reading
 * @param categories their ids
 * @param language the language
 */
public record HeldCategories(String rules, SortedSet<String> categories, TextLanguage language) {

  /** Of a document that was not read. */
  public static final HeldCategories NONE =
      new HeldCategories("", new TreeSet<>(), TextLanguage.NONE);

  /** Copies the set. */
  public HeldCategories {
    categories = new TreeSet<>(categories);
  }

  /** Those that rules find. */
  static HeldCategories in(List<Block> text, TextLanguage language, CategoryReading reading) {
    return new HeldCategories(
        reading.rules(), new TreeSet<>(reading.in(text, language.code())), language);
  }

  /**
   * What became of categories since an earlier reading: 1 for one that is new, -1 for one that has
   * gone. A reading by other rules, or the first, tells of each category that its rules know, with
   * 0 for one that stays or stays away.
   *
   * @param known all categories that the rules of this reading know
   */
  TreeMap<String, Integer> since(HeldCategories before, Collection<String> known) {
    Set<String> all = new TreeSet<>(categories);
    all.addAll(before.categories);
    boolean otherRules = !rules.equals(before.rules);
    if (otherRules) {
      all.addAll(known);
    }
    TreeMap<String, Integer> differences = new TreeMap<>();
    for (String category : all) {
      int difference =
          (categories.contains(category) ? 1 : 0) - (before.categories.contains(category) ? 1 : 0);
      if (difference != 0 || otherRules) {
        differences.put(category, difference);
      }
    }
    return differences;
  }
}
