package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.language.TextLanguage;
import io.clausestream.core.page.PageRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps the categories of documents beside their texts in force, and tells when they differ. Keeps
 * nothing itself.
 */
final class CategoryLog {

  private final PlatformState state;
  private final CategoryReading reading;
  private final Consumer<Finding> out;

  CategoryLog(PlatformState state, CategoryReading reading, Consumer<Finding> out) {
    this.state = state;
    this.reading = reading;
    this.out = out;
  }

  /**
   * A text comes into force.
   *
   * @param language the language of the text
   * @param at when that was sure
   */
  void read(PageRef ref, List<Block> text, TextLanguage language, Instant at) {
    HeldCategories before = state.categories(ref.documentId());
    HeldCategories now = HeldCategories.in(text, language, reading);
    if (!now.equals(before)) {
      state.putCategories(ref.documentId(), now);
    }
    if (!now.categories().equals(before.categories()) || !now.rules().equals(before.rules())) {
      Map<String, Integer> differences = now.since(before, reading.known());
      out.accept(new Finding.CategoriesRead(ref, differences, at));
    }
  }
}
