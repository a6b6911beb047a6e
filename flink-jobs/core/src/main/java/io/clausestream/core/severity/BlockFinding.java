package io.clausestream.core.severity;

import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.change.RevisionDate;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.List;

/**
 * What the rules say of one changed block, by itself.
 *
 * @param block the block with its categories and spans
 * @param nature what kind of difference it is
 * @param effects what it does to the user
 * @param quantities numbers that differ
 * @param renames names that gave way to others, where nothing else differs
 * @param changedWords how many words differ
 * @param retroactive whether it says, as it stands, that it applies to what was collected before
 * @param isReordered whether the same words stand in another order, and nobody changes place
 */
record BlockFinding(
    AssessedBlock block,
    Nature nature,
    List<Effect> effects,
    List<QuantityChange> quantities,
    List<Names.Rename> renames,
    int changedWords,
    boolean retroactive,
    boolean isReordered) {

  /** An entry names something; what is longer says something. In words. */
  private static final int LONGEST_ENTRY = 16;

  /** What kind of difference a block shows. */
  enum Nature {
    /** Nothing but the date of the revision. */
    REVISION_DATE,
    /** Nothing but its place. */
    MOVE,
    /** Nothing but a postal address. */
    ADDRESS,
    /** Another company. */
    ENTITY,
    /** Anything else. */
    WORDING
  }

  BlockFinding {
    effects = List.copyOf(effects);
    quantities = List.copyOf(quantities);
    renames = List.copyOf(renames);
  }

  /** A block in a language that no rules are for. */
  static BlockFinding unread(Hunk hunk) {
    int words = hunk.textAfter().split(" ", -1).length;
    return new BlockFinding(
        new AssessedBlock(hunk, List.of(), List.of()),
        RevisionDate.isAll(hunk) ? Nature.REVISION_DATE : Nature.WORDING,
        List.of(),
        List.of(),
        List.of(),
        words,
        false,
        false);
  }

  boolean is(Nature other) {
    return nature == other;
  }

  /** Whether a short entry of a list or a table came or went. */
  boolean isEntry() {
    Hunk hunk = block.hunk();
    BlockKind kind = hunk.after().or(hunk::before).orElseThrow().kind();
    return hunk.operation() != Operation.MODIFIED
        && (kind == BlockKind.TABLE_ROW || kind == BlockKind.LIST_ITEM)
        && changedWords <= LONGEST_ENTRY;
  }

  BlockFinding withEffects(List<Effect> others) {
    return new BlockFinding(
        block, nature, others, quantities, renames, changedWords, retroactive, isReordered);
  }

  /** Whether a rule says what it does, and that it matters. */
  boolean isExplained() {
    return effects.stream().anyMatch(effect -> effect.severity() != Severity.LOW);
  }
}
