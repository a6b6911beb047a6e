package io.clausestream.core.severity;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.change.Finding;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.provision.ProvisionChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the day from which a text applies, where the text itself states it. */
final class EffectiveDates {

  /** The day stands in the head of a document, if in none of the changed passages. */
  private static final int HEAD = 12;

  /** What states a day is a sentence or two. In UTF-16 units. */
  private static final int LONGEST = 600;

  private EffectiveDates() {}

  /** The first day beside a word for coming into effect: in what changed, then in the head. */
  static Optional<LocalDate> of(Finding.Changed changed, @Nullable BlockAssessor assessor) {
    if (assessor == null) {
      return Optional.empty();
    }
    Stream<String> passages =
        changed.provisions().stream()
            .map(ProvisionChange::hunks)
            .flatMap(List::stream)
            .map(Hunk::textAfter);
    Stream<String> head = changed.after().stream().limit(HEAD).map(Block::text);
    return Stream.concat(passages, head)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .map(text -> in(text, assessor))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<LocalDate> in(String text, BlockAssessor assessor) {
    Optional<LocalDate> date = WrittenDates.first(text);
    return date.isPresent() && assessor.isEffective(text) ? date : Optional.empty();
  }
}
