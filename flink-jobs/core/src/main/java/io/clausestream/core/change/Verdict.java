package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import java.util.List;

/** What became of a difference between the text in force and another one. */
public sealed interface Verdict {

  /** The blocks that differ and led to the verdict. */
  List<Hunk> hunks();

  /**
   * The meaning changed.
   *
   * @param hunks the blocks that carry the change; blocks that are noise are left out
   */
  record Substantive(List<Hunk> hunks) implements Verdict {}

  /**
   * The difference does not alert; the text becomes the one in force.
   *
   * @param reason why not
   * @param detail the reason in one sentence
   */
  record Suppressed(SuppressionReason reason, String detail, List<Hunk> hunks) implements Verdict {}

  /**
   * The difference may come from a bad capture: it waits for the next fetch or a deadline.
   *
   * @param reason why it is suspicious
   * @param detail the reason in one sentence
   */
  record Suspicious(SuppressionReason reason, String detail, List<Hunk> hunks) implements Verdict {}
}
