package io.clausestream.core;

import io.clausestream.core.change.Finding;
import io.clausestream.core.severity.PageChange;

/**
 * Hears what a {@link ChangeDetector} is sure of, in order. Every fetch leads to exactly one call
 * of {@link #verified}, {@link #suppressed} or {@link #changed}, at once or when what it waits for
 * has come; {@link #healthChanged} and {@link #categoriesRead} come beside.
 */
public interface DetectionListener {

  /** The text stands as it was, or was seen for the first time. */
  void verified(Finding.Verified verified);

  /** A fetch differed, or could not be used, and does not alert. */
  void suppressed(Finding.Suppressed suppressed);

  /** The document changed. */
  void changed(PageChange change);

  /** The health of the document's source changed. */
  void healthChanged(Finding.HealthChanged health);

  /** A document holds other categories; of interest only to who counts across platforms. */
  default void categoriesRead(Finding.CategoriesRead read) {}
}
