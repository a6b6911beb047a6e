package io.clausestream.cli.diff;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the engine would say of two captures, had it seen nothing else.
 *
 * @param verdict what it would do
 * @param change the change, if there is one
 * @param suppression why there is no alert, if the texts differ or a capture is bad
 * @param waits why the change would wait, and how long; empty when it would not
 * @param before hash of the canonical text of the old capture
 * @param after hash of the canonical text of the new capture
 */
record Judgement(
    Kind verdict,
    Optional<PageChange> change,
    Optional<Suppression> suppression,
    Optional<Waits> waits,
    String before,
    String after) {

  /**
   * A suspicious change waits.
   *
   * @param reason why
   * @param most how long at most
   */
  record Waits(String reason, Duration most) {}

  /** What the engine would do. */
  enum Kind {
    UNCHANGED,
    CHANGED,
    SUSPICIOUS,
    SUPPRESSED,
    BAD_OLD,
    BAD_NEW
  }

  /** The verdict in a sentence or two. */
  String sentence() {
    String why = suppression.map(s -> s.getReason() + ": " + s.getDetail()).orElse("");
    return switch (verdict) {
      case UNCHANGED -> "The text is the same. It would be recorded as verified.";
      case CHANGED -> "The meaning changed. It would alert at once.";
      case SUSPICIOUS ->
          waits
              .map(
                  w ->
                      ("It may be a bad capture (%s). It would wait for the next fetch, %d hours at"
                              + " most, and alert if that shows the same.")
                          .formatted(w.reason(), w.most().toHours()))
              .orElseThrow();
      case SUPPRESSED -> "It would not alert. " + why + ".";
      case BAD_OLD ->
          "The old capture does not show a document ("
              + why
              + "), so there is nothing to compare"
              + " with.";
      case BAD_NEW ->
          "The new capture does not show the document ("
              + why
              + "). The old text would stay in"
              + " force.";
    };
  }

  /** The passages that differ. */
  List<BlockChange> blocks() {
    return change
        .map(PageChange::getBlocks)
        .or(() -> suppression.map(Suppression::getBlocks))
        .orElse(List.of());
  }

  /** How many more there are than {@link #blocks} holds. */
  int blocksOmitted() {
    return change
        .map(PageChange::getBlocksOmitted)
        .or(() -> suppression.map(Suppression::getBlocksOmitted))
        .orElse(0);
  }
}
