package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import java.util.List;
import java.util.Set;

/** Reads of which categories a text holds clauses. A pure function of the text; thread-safe. */
public interface CategoryReading {

  /** Key of the rules that it reads by; other rules may read another set. */
  String rules();

  /** Ids of all categories that the rules know. */
  Set<String> known();

  /**
   * Ids of the categories that a text holds a clause of.
   *
   * @param language code of the language that it is written in
   */
  Set<String> in(List<Block> text, String language);
}
