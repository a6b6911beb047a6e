package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.provision.Followed;
import io.clausestream.core.provision.Follower;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.provision.Provisions;
import java.util.List;

/**
 * Keeps the provisions of documents beside their texts in force. To be called before the text in
 * force is replaced. Keeps nothing itself.
 */
final class ProvisionLog {

  private final PlatformState state;

  ProvisionLog(PlatformState state) {
    this.state = state;
  }

  /** The first text of a document is in force. */
  void start(String documentId, List<Block> text, AcceptedVersion version) {
    state.putProvisions(documentId, Follower.first(documentId, text, version.fetchedAt()));
  }

  /**
   * Another text comes into force.
   *
   * @param told the blocks of a change, empty when the texts differ but no change is told
   * @return the provisions that these blocks touch
   */
  List<ProvisionChange> follow(
      String documentId,
      AcceptedVersion previous,
      AcceptedVersion current,
      List<Block> text,
      List<Hunk> told) {
    List<Block> before = state.text(documentId);
    Provisions known = state.provisions(documentId);
    if (known.equals(Provisions.EMPTY)) {
      // State of a release that kept none: they are as old as the version in force.
      known = Follower.first(documentId, before, previous.fetchedAt());
    }
    Followed followed = Follower.follow(documentId, before, known, text, current.fetchedAt(), told);
    state.putProvisions(documentId, followed.now());
    return followed.changes();
  }
}
