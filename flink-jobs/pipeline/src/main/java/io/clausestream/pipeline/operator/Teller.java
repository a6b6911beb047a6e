package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.ToldChange;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.pipeline.state.RecentChange;
import io.clausestream.pipeline.state.RecentChanges;
import io.clausestream.pipeline.state.ToldList.Told;
import io.clausestream.pipeline.state.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a subscriber was told of the same before. What is known of the bucket's changes is
 * read once for all its subscribers. For one change; one thread.
 */
final class Teller {

  private final RecentChanges recent;
  private final ToldChange change;
  private final Map<String, Optional<ToldChange>> known;
  private final long toldBy;

  /**
   * A teller of one change.
   *
   * @param known what was read of the bucket's changes; one for all tellers of a record
   * @param toldBy the watermark when terms came late, epoch milliseconds; {@link Long#MIN_VALUE}
   *     when the change came to its terms: where the watermark is then differs from run to run
   */
  Teller(
      RecentChanges recent,
      ToldChange change,
      Map<String, Optional<ToldChange>> known,
      long toldBy) {
    this.recent = recent;
    this.change = change;
    this.known = known;
    this.toldBy = toldBy;
  }

  /** How far the time of the fetches had to be before it was told, epoch milliseconds. */
  long toldBy() {
    return toldBy;
  }

  /** Id of the first alert that told a subscriber the same; null when none did. */
  @Nullable String updates(String subscriberId, Watcher watcher, boolean alert) throws Exception {
    if (change.facts().isEmpty() || watcher.told().told().isEmpty()) {
      return null;
    }
    for (Told told : watcher.told().told()) {
      known(told.changeId());
    }
    List<ToldChange> before =
        watcher.told().told().stream()
            .filter(told -> told.alert() || !alert)
            .flatMap(told -> Objects.requireNonNull(known.get(told.changeId())).stream())
            .toList();
    return change
        .repeats(before)
        .map(first -> ContentId.alert(first.changeId(), subscriberId))
        .orElse(null);
  }

  private void known(String changeId) throws Exception {
    if (!known.containsKey(changeId)) {
      RecentChange stored = recent.get(changeId);
      known.put(
          changeId,
          stored == null || stored.corrected()
              ? Optional.empty()
              : Optional.of(new ToldChange(changeId, stored.detectedAt(), stored.facts())));
    }
  }
}
