package io.clausestream.core.page;

import java.util.List;

/**
 * Optional hints of the edge on where the document stands in its page.
 *
 * @param includeSelectors CSS selectors of the document's parts; empty means the whole page
 * @param excludeSelectors CSS selectors of what is no part of the document
 */
public record Declaration(List<String> includeSelectors, List<String> excludeSelectors) {

  /** No hints: the engine finds the document by itself. */
  public static final Declaration NONE = new Declaration(List.of(), List.of());

  /** Copies the lists. */
  public Declaration {
    includeSelectors = List.copyOf(includeSelectors);
    excludeSelectors = List.copyOf(excludeSelectors);
  }
}
