package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a difference is: takes out the blocks that something else than a change of the
 * document explains, and looks at what is left. There is no threshold of volume: one word can be
 * the most severe change. Stateless; what it knows is handed in.
 */
final class ChangeJudge {

  /** A text that lost this share is suspicious, if next to none is new. */
  private static final double SUSPICIOUS_LOSS = 0.5;

  private static final double NEXT_TO_NONE = 0.1;

  /** So much text makes a part that may not have been delivered. */
  private static final int PART = 500;

  /** Beyond so many blocks that differ no passing line is looked for. */
  private static final int MOST_PASSING = 8;

  private final List<Block> before;
  private final SiteFrame frame;
  private final Set<Long> volatileShapes;
  private final Set<Long> restlessShapes;
  private final Predicate<Hunk> clauses;
  private final boolean sharedTold;

  /**
   * A judge of what follows a text.
   *
   * @param before blocks of the text in force
   * @param frame the frame of the site before and after
   * @param volatileShapes shapes of blocks that change again and again on this page
   * @param restlessShapes shapes of blocks that changed lately, and not only once
   * @param clauses whether the rules see a clause in a hunk, which is never taken for frame
   * @param sharedTold whether it was told for another document what became of the text in force
   */
  ChangeJudge(
      List<Block> before,
      SiteFrame frame,
      Set<Long> volatileShapes,
      Set<Long> restlessShapes,
      Predicate<Hunk> clauses,
      boolean sharedTold) {
    this.sharedTold = sharedTold;
    this.before = before;
    this.frame = frame;
    this.volatileShapes = volatileShapes;
    this.restlessShapes = restlessShapes;
    this.clauses = clauses;
  }

  /** The verdict on a text that differs from the one in force. */
  Verdict judge(Judged judged) {
    List<Block> after = judged.blocks();
    List<Hunk> hunks = BlockDiff.between(before, after);
    List<Hunk> inPlace = inPlace(hunks);
    if (inPlace.isEmpty()) {
      return suppressed(SuppressionReason.MOVED_BLOCKS, hunks);
    }
    if (inPlace.stream().allMatch(ChangeJudge::isPunctuation)) {
      return suppressed(SuppressionReason.PUNCTUATION, hunks);
    }
    if (isResegmented(inPlace)) {
      return suppressed(SuppressionReason.RESEGMENTED, hunks);
    }
    return explained(inPlace, judged);
  }

  /** Takes out what is explained; what is left is the change. */
  private Verdict explained(List<Hunk> hunks, Judged judged) {
    Map<SuppressionReason, List<Hunk>> taken = new LinkedHashMap<>();
    List<Hunk> left = hunks;
    for (Explanation explanation : explanations(hunks, judged)) {
      Set<Hunk> explained = explanation.of(left);
      if (!explained.isEmpty()) {
        taken.put(explanation.reason(), List.copyOf(explained));
        left = left.stream().filter(hunk -> !explained.contains(hunk)).toList();
      }
    }
    if (left.isEmpty()) {
      return suppressed(most(taken), hunks);
    }
    if (isResegmented(left)) {
      return suppressed(SuppressionReason.RESEGMENTED, hunks);
    }
    boolean dated =
        taken.getOrDefault(SuppressionReason.REVISION_DATE, List.of()).stream()
            .anyMatch(hunk -> hunk.after().isPresent());
    SuppressionReason suspicion = suspicion(left, judged.blocks(), dated);
    List<Hunk> told = withRevisionDates(hunks, left, taken);
    return suspicion == null
        ? new Verdict.Substantive(told)
        : new Verdict.Suspicious(suspicion, suspicion.says(), told);
  }

  /** A date of revision is no change by itself, but belongs to one. */
  private static List<Hunk> withRevisionDates(
      List<Hunk> hunks, List<Hunk> left, Map<SuppressionReason, List<Hunk>> taken) {
    Set<Hunk> told = Collections.newSetFromMap(new IdentityHashMap<>());
    told.addAll(left);
    told.addAll(taken.getOrDefault(SuppressionReason.REVISION_DATE, List.of()));
    return hunks.stream().filter(told::contains).toList();
  }

  /**
   * Why what is left may be no change of the document; null when nothing says so.
   *
   * @param dated whether the document has a new date of revision
   */
  private @Nullable SuppressionReason suspicion(List<Hunk> left, List<Block> after, boolean dated) {
    if (isLoss(left) || !dated && isMissingPart(left)) {
      return SuppressionReason.LOSS_OF_TEXT;
    }
    if (Plausibility.isReplaced(before, after)) {
      return SuppressionReason.REPLACED_TEXT;
    }
    if (frame.areNotices(left) && left.stream().noneMatch(clauses)) {
      return SuppressionReason.PASSING_NOTICE;
    }
    return frame.couldExplain(left) ? SuppressionReason.SITE_FRAME : null;
  }

  private List<Explanation> explanations(List<Hunk> hunks, Judged judged) {
    List<Block> after = judged.blocks();
    Set<String> links = NamedAddress.targets(judged.links());
    ContentsList contents = new ContentsList(before, after, hunks, clauses);
    LeadingLabels labels = new LeadingLabels(before, after);
    Repeats repeats = new Repeats(before, after);
    StrayLabels strays = new StrayLabels(before, after, hunks, clauses);
    boolean edited = frame.isEdited(hunks);
    // Each passing line costs a walk over both texts, and no page has many.
    boolean few = hunks.size() <= MOST_PASSING;
    boolean split = judged.settled() && isLoss(hunks);
    return List.of(
        Explanation.ofEach(SuppressionReason.PAGE_SPLIT, hunk -> split && isElsewhere(hunk)),
        Explanation.ofEach(SuppressionReason.PUNCTUATION, ChangeJudge::isPunctuation),
        Explanation.ofEach(SuppressionReason.SELF_CHANGING, SelfChanging::explains),
        Explanation.ofEach(SuppressionReason.REVISION_DATE, RevisionDate::isAll),
        Explanation.ofEach(
            SuppressionReason.SITE_FRAME,
            hunk -> !edited && frame.explains(hunk) && !clauses.test(hunk)),
        Explanation.ofEach(SuppressionReason.LEADING_LABELS, labels::explains),
        Explanation.ofEach(SuppressionReason.CONTENTS_LIST, contents::explains),
        Explanation.ofEach(SuppressionReason.REPEATED_BLOCKS, repeats::explains),
        new Resegmentation(),
        Explanation.ofPairs(SuppressionReason.EDITORIAL, Editorial::key),
        Explanation.ofEach(SuppressionReason.EDITORIAL, ChangeJudge::isLinkSource),
        Explanation.ofEach(
            SuppressionReason.EDITORIAL, hunk -> NamedAddress.explains(hunk, clauses, links)),
        Explanation.ofEach(SuppressionReason.RESEGMENTED, ChangeJudge::isHeadingRepeated),
        Explanation.ofEach(
            SuppressionReason.VOLATILE_BLOCKS,
            hunk -> volatileShapes.containsAll(BlockShape.of(hunk)) || few && isPassing(hunk)),
        Explanation.ofEach(SuppressionReason.LEADING_LABELS, strays::explains),
        new Copies(before, after, hunks));
  }

  /** Whether a block that is gone from a page that was split stands, or was told, elsewhere. */
  private boolean isElsewhere(Hunk hunk) {
    return hunk.operation() == Operation.REMOVED && (sharedTold || frame.standsOnAPart(hunk));
  }

  /** Whether a short line at an edge comes or goes that came and went lately: no clause does so. */
  private boolean isPassing(Hunk hunk) {
    return restlessShapes.containsAll(BlockShape.of(hunk))
        && hunk.block().kind() == BlockKind.PARAGRAPH
        && frame.areNotices(List.of(hunk))
        && !clauses.test(hunk);
  }

  private static SuppressionReason most(Map<SuppressionReason, List<Hunk>> taken) {
    return taken.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  /** Hunks without those that only changed places. */
  static List<Hunk> inPlace(List<Hunk> hunks) {
    return hunks.stream().filter(hunk -> hunk.operation() != Operation.MOVED).toList();
  }

  private static Verdict suppressed(SuppressionReason reason, List<Hunk> hunks) {
    return new Verdict.Suppressed(reason, reason.says(), hunks);
  }

  private static boolean isLinkSource(Hunk hunk) {
    return Stream.concat(hunk.before().stream(), hunk.after().stream())
        .allMatch(Editorial::isLinkSource);
  }

  /** Whether a block begins, or no longer begins, with the heading that stands above it anyway. */
  private static boolean isHeadingRepeated(Hunk hunk) {
    List<String> path = hunk.headingPath();
    if (hunk.operation() != Operation.MODIFIED || path.isEmpty()) {
      return false;
    }
    String heading = path.get(path.size() - 1);
    String before = Folding.fold(hunk.textBefore());
    String after = Folding.fold(hunk.textAfter());
    return Stream.of(heading, Editorial.unnumbered(heading))
        .map(Folding::fold)
        .anyMatch(words -> before.equals(words + after) || after.equals(words + before));
  }

  private static boolean isPunctuation(Hunk hunk) {
    return Folding.same(hunk.textBefore(), hunk.textAfter());
  }

  private static boolean isResegmented(List<Hunk> hunks) {
    return join(hunks, Hunk::textBefore).equals(join(hunks, Hunk::textAfter));
  }

  private boolean isLoss(List<Hunk> hunks) {
    int lengthBefore = before.stream().mapToInt(block -> block.text().length()).sum();
    int gone = hunks.stream().mapToInt(hunk -> hunk.textBefore().length()).sum();
    int added = hunks.stream().mapToInt(hunk -> hunk.textAfter().length()).sum();
    return gone - added > SUSPICIOUS_LOSS * lengthBefore && added < NEXT_TO_NONE * gone;
  }

  /** Whether parts are gone that may not have been delivered, and nothing else differs. */
  private static boolean isMissingPart(List<Hunk> hunks) {
    return hunks.stream().allMatch(hunk -> hunk.operation() == Operation.REMOVED)
        && hunks.stream().mapToInt(hunk -> hunk.textBefore().length()).sum() >= PART;
  }

  private static String join(List<Hunk> hunks, Function<Hunk, String> side) {
    return hunks.stream().map(side).map(Folding::fold).collect(Collectors.joining());
  }
}
