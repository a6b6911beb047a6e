package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import io.clausestream.core.fingerprint.Fingerprint;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The frame of the site around a document: the blocks at the edges of its page that stand, or
 * stood, on other pages of the platform too (menus, banners, consent dialogs, teasers). Learned
 * from the siblings, not from lists.
 *
 * <p>A block between blocks of the document's own is no frame, wherever else it stands: clauses are
 * copied from document to document. Documents that share most of their text (variants of one
 * document, documents on one page) say nothing of each other's frame.
 */
final class SiteFrame {

  /** Pages that share more of their text are variants of one document, not siblings. */
  static final double KIN = 0.5;

  /** A part of a page has so much of its text from there, and shares next to none of the rest. */
  private static final double PART = 0.9;

  /** A label between blocks of the frame, no clause. */
  private static final int SHORT = 40;

  /** What a widget says while it cannot show itself. */
  private static final int LONGEST_NOTICE = 100;

  /** A sentence that belongs to the site; clauses are seldom as short. */
  private static final int LONGEST_SLOGAN = 60;

  /** No piece of a frame is longer. */
  private static final int LONGEST = 1_000;

  private final List<Block> before;
  private final List<Block> after;
  private final boolean siblings;
  private final Set<Long> shared;
  private final Set<Long> parts;
  private final Set<Block> frame;

  private SiteFrame(
      List<Block> before, List<Block> after, boolean siblings, Set<Long> shared, Set<Long> parts) {
    this.before = before;
    this.after = after;
    this.siblings = siblings;
    this.shared = shared;
    this.parts = parts;
    this.frame = edges(shared);
  }

  /** The frame of a document's page before and after, as its platform shows it. */
  static SiteFrame of(
      String documentId, List<Block> before, List<Block> after, PlatformState state, Instant now) {
    Outline earlier = Outline.of("", before);
    Outline own = Outline.of("", after);
    LongHashes hashes =
        LongHashes.of(
            Stream.concat(before.stream(), after.stream()).mapToLong(SiteFrame::hash).toArray());
    Set<Long> shared = state.site().hashes(hashes, now);
    Set<Long> parts = new HashSet<>();
    boolean siblings = false;
    for (Map.Entry<String, Outline> entry : state.outlines().entrySet()) {
      if (entry.getKey().equals(documentId)) {
        continue;
      }
      // Over the whole of a sibling once: what it has in common with a page is little.
      Outline other = entry.getValue();
      LongHashes common = other.commonWith(hashes);
      if (isPart(other, earlier.commonWith(common), own, own.commonWith(common))) {
        parts.addAll(common);
      }
      if (!isKin(own, own.commonWith(common), other)
          && !isKin(earlier, earlier.commonWith(common), other)) {
        siblings = true;
        shared.addAll(common);
      }
    }
    return new SiteFrame(before, after, siblings, shared, parts);
  }

  /**
   * Whether a sibling shows a part of what stood on the page before, and next to nothing that
   * stands there now: so a page that held several documents is split.
   */
  private static boolean isPart(Outline sibling, LongHashes before, Outline own, LongHashes after) {
    return sibling.shareIn(before) >= PART && own.shareIn(after) <= 1 - PART;
  }

  /**
   * Whether a block that is gone stands on another document of the platform, which shows nothing
   * but a part of this page's text before.
   */
  boolean standsOnAPart(Hunk hunk) {
    return hunk.operation() == Operation.REMOVED && parts.contains(hash(hunk.block()));
  }

  /** Whether two pages show variants of one document. */
  static boolean isKin(Outline one, Outline other) {
    return isKin(one, other.commonWith(one.hashes()), other);
  }

  /** The same, where it is known what they have in common: a platform has many siblings. */
  static boolean isKin(Outline one, LongHashes common, Outline other) {
    return !common.isEmpty() && (other.shareIn(common) > KIN || one.shareIn(common) > KIN);
  }

  /** Whether all that a hunk shows is frame that came or went; a clause may be edited there too. */
  boolean explains(Hunk hunk) {
    return hunk.operation() != Operation.MODIFIED && sides(hunk).allMatch(frame::contains);
  }

  /**
   * Whether blocks of the frame gave way to about as many others at an edge. That is how a text is
   * edited that stands at the end of several documents (an address, say); banners come and go.
   */
  boolean isEdited(List<Hunk> hunks) {
    Set<Block> edges = edgesWith(hunks);
    List<Hunk> there =
        hunks.stream()
            .filter(hunk -> hunk.operation() != Operation.MODIFIED)
            .filter(hunk -> sides(hunk).allMatch(edges::contains))
            .toList();
    long gone = there.stream().mapToLong(hunk -> hunk.textBefore().length()).sum();
    long come = there.stream().mapToLong(hunk -> hunk.textAfter().length()).sum();
    return gone > 0 && come > 0 && gone < 3 * come && come < 3 * gone;
  }

  /**
   * Whether all hunks stand where a frame stands, so that siblings may show them soon: nothing but
   * frame, labels and these hunks between them and an edge.
   */
  boolean couldExplain(List<Hunk> hunks) {
    return siblings && hunks.stream().allMatch(SiteFrame::canBeFrame) && areAtEdges(hunks);
  }

  /**
   * Whether all hunks are short notices at the edges that came, or that went, as widgets and
   * placeholders leave them on one page alone: labels, and slogans where there are no siblings to
   * tell.
   */
  boolean areNotices(List<Hunk> hunks) {
    return hunks.stream().allMatch(SiteFrame::canBeFrame)
        && hunks.stream().map(Hunk::operation).distinct().count() == 1
        && hunks.stream().flatMap(SiteFrame::sides).allMatch(this::isNotice)
        && areAtEdges(hunks);
  }

  private boolean areAtEdges(List<Hunk> hunks) {
    return hunks.stream().flatMap(SiteFrame::sides).allMatch(edgesWith(hunks)::contains);
  }

  /** The edges, if the blocks of these hunks were frame too. */
  private Set<Block> edgesWith(List<Hunk> hunks) {
    Set<Long> changed = new HashSet<>(shared);
    hunks.forEach(hunk -> sides(hunk).forEach(block -> changed.add(hash(block))));
    return edges(changed);
  }

  private static boolean canBeFrame(Hunk hunk) {
    return hunk.operation() != Operation.MODIFIED
        && sides(hunk).allMatch(block -> block.text().length() < LONGEST);
  }

  private static Stream<Block> sides(Hunk hunk) {
    return Stream.concat(hunk.before().stream(), hunk.after().stream());
  }

  private Set<Block> edges(Set<Long> known) {
    Set<Block> marked = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Block> blocks : List.of(before, after)) {
      markEdge(blocks, 0, 1, known, marked);
      markEdge(blocks, blocks.size() - 1, -1, known, marked);
    }
    return marked;
  }

  /** From an edge inwards: known blocks, and the labels between them. */
  private static void markEdge(
      List<Block> blocks, int edge, int step, Set<Long> known, Set<Block> marked) {
    int end = edge;
    for (int i = edge; i >= 0 && i < blocks.size(); i += step) {
      Block block = blocks.get(i);
      if (known.contains(hash(block))) {
        end = i + step;
      } else if (!isLabel(block.text())) {
        break;
      }
    }
    for (int i = edge; i != end; i += step) {
      marked.add(blocks.get(i));
    }
  }

  private static boolean isLabel(String text) {
    return text.length() <= SHORT && !isSentence(text);
  }

  /** Siblings show within the hour whether a sentence is frame; a page alone is waited for. */
  private boolean isNotice(Block block) {
    String text = block.text();
    return isSentence(text)
        ? !siblings && text.length() <= LONGEST_SLOGAN && isParagraphWithoutFigures(block)
        : text.length() <= LONGEST_NOTICE;
  }

  private static boolean isParagraphWithoutFigures(Block block) {
    return block.kind() == BlockKind.PARAGRAPH
        && block.text().chars().noneMatch(Character::isDigit);
  }

  private static boolean isSentence(String text) {
    // A label may end in a colon.
    return LineEnds.ends(text) && !text.endsWith(":");
  }

  private static long hash(Block block) {
    return Fingerprint.hash64(block.text());
  }
}
