package io.clausestream.pipeline.operator;

import io.clausestream.core.rules.RuleBook;
import io.clausestream.core.severity.SeverityAssessor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The assessors of the versions in a book, each made when it is first asked for; the few used last
 * are kept. One thread.
 */
final class Assessors implements Function<Instant, SeverityAssessor> {

  /** Live fetches need the version of now; one around the change of a version needs two. */
  private static final int KEPT = 4;

  private final RuleBook book;
  private final Map<String, SeverityAssessor> made =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SeverityAssessor> eldest) {
          return size() > KEPT;
        }
      };

  Assessors(RuleBook book) {
    this.book = book;
  }

  @Override
  public SeverityAssessor apply(Instant fetchedAt) {
    RuleBook.Version version = book.at(fetchedAt);
    SeverityAssessor known = made.get(version.name());
    if (known != null) {
      return known;
    }
    SeverityAssessor assessor = new SeverityAssessor(version.rules().get());
    made.put(version.name(), assessor);
    return assessor;
  }
}
