package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures in short lines that wait for the next fetch, as a counter shows another one then. A line
 * that does counts as one that changes again and again; a figure that stands in two fetches is
 * told, whatever else differs.
 */
final class Passing {

  private final PlatformState state;
  private final String documentId;

  Passing(PlatformState state, String documentId) {
    this.state = state;
    this.documentId = documentId;
  }

  /** Whether figures are what waits. */
  static boolean waits(DocumentHead head) {
    return head.pending()
        .filter(pending -> pending.suspicion() == SuppressionReason.PASSING_FIGURES)
        .isPresent();
  }

  /** Remembers those of the lines that waited that a new text does not show any more. */
  void gone(DocumentHead head, List<Block> now, Instant at) {
    if (!waits(head)) {
      return;
    }
    Set<String> texts = texts(now);
    List<Hunk> gone =
        BlockDiff.between(state.text(documentId), state.candidate(documentId)).stream()
            .filter(hunk -> hunk.operation() != Operation.MOVED)
            .filter(hunk -> !stands(hunk, texts))
            .toList();
    if (!gone.isEmpty()) {
      PageMemory memory = state.memory(documentId);
      state.putMemory(documentId, memory.changed(BlockShape.of(gone), at));
    }
  }

  /** Whether all that is suspicious stood in the text that waited before. */
  static boolean stoodIn(List<Block> candidate, Verdict.Suspicious suspicious) {
    if (suspicious.reason() != SuppressionReason.PASSING_FIGURES || candidate.isEmpty()) {
      return false;
    }
    Set<String> texts = texts(candidate);
    return suspicious.hunks().stream().allMatch(hunk -> stands(hunk, texts));
  }

  private static boolean stands(Hunk hunk, Set<String> texts) {
    return hunk.after().isPresent()
        ? texts.contains(hunk.textAfter())
        : !texts.contains(hunk.textBefore());
  }

  private static Set<String> texts(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.toSet());
  }
}
