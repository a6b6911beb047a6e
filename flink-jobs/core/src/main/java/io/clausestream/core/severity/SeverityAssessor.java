package io.clausestream.core.severity;

import com.google.re2j.Pattern;
import io.clausestream.core.change.RevisionDate;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.WordDiff;
import io.clausestream.core.diff.WordEdit;
import io.clausestream.core.severity.RuleSet.Category;
import io.clausestream.core.severity.RuleSet.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies a rule set to changed blocks. Immutable and thread-safe. */
public final class SeverityAssessor {

  /** The category of what no rule knows. */
  public static final String OTHER = "other";

  private static final String UNKNOWN_SUBJECT = "other.unknown-subject";
  private static final String KNOWN_SUBJECT = "category.touched";
  private static final String SLIGHT = "slight.rewording";

  /** Words that turn a clause around, or count. */
  private static final Pattern WEIGHTY =
      Pattern.compile(
          "(?i)\\d|\\b(not?|never|none|only|unless|if|except|without|until|may|must|shall|will"
              + "|cannot|should|all|any|every|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|twelve|fourteen|thirty|sixty|ninety|hundred|days?|months?|years?"
              + "|nicht|kein\\w*|nie|nur|wenn|falls|außer|ohne|kann|darf|muss|müssen|soll"
              + "|ne|pas|jamais|seulement|sauf|sans|si|peut|peuvent|doit|doivent)\\b");

  private static final int SLIGHT_WORDS = 6;
  private static final String TRACKING = "advertising-tracking";
  private static final int SENTENCE = 8;
  private static final int MAX_REASONS = 10;

  /** No clause is longer: the rules read so much of a block, in UTF-16 units. */
  private static final int MOST_READ = 256 << 10;

  private final RuleSet rules;

  /** An assessor with these rules. */
  public SeverityAssessor(RuleSet rules) {
    this.rules = rules;
  }

  /** Version of the rules. */
  public String ruleSetVersion() {
    return rules.version();
  }

  /** Assesses the changed blocks of a document. */
  public Assessment assess(List<Hunk> hunks) {
    List<BlockFinding> findings = hunks.stream().map(this::assess).toList();
    Severity severity =
        findings.stream()
            .map(BlockFinding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.LOW);
    List<String> categories = categories(findings);
    return new Assessment(
        severity,
        direction(findings),
        categories.isEmpty() ? List.of(OTHER) : categories,
        reasons(findings),
        findings.stream().map(BlockFinding::block).toList(),
        rules.version());
  }

  /**
   * Whether a block that came or went reads like a clause of weight: its own words touch a category
   * of high weight in a wording or a sentence. A text on cookies and tracking is none, as consent
   * dialogs speak of them.
   */
  public boolean isClause(Hunk hunk) {
    String text = read(hunk.after().isPresent() ? hunk.textAfter() : hunk.textBefore());
    return rules.categories().stream()
            .anyMatch(category -> category.high() && category.words().matcher(text).find())
        && rules.categories().stream()
            .filter(category -> category.id().equals(TRACKING))
            .noneMatch(category -> category.words().matcher(text).find())
        && (isSentence(text)
            || rules.wordings().stream().anyMatch(w -> w.words().matcher(text).find()));
  }

  private static String read(String text) {
    return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
  }

  private static boolean isSentence(String text) {
    return text.endsWith(".") && text.split(" ").length >= SENTENCE;
  }

  private List<String> categories(List<BlockFinding> findings) {
    return rules.categories().stream()
        .map(Category::id)
        .filter(id -> findings.stream().anyMatch(f -> f.block().categories().contains(id)))
        .toList();
  }

  private static Direction direction(List<BlockFinding> findings) {
    List<Direction> directions = findings.stream().map(BlockFinding::direction).toList();
    if (directions.contains(Direction.ADVERSE)) {
      return Direction.ADVERSE;
    }
    return directions.contains(Direction.PROTECTIVE) ? Direction.PROTECTIVE : Direction.UNKNOWN;
  }

  /** Beside a real change, the new date of the revision explains nothing. */
  private static List<Reason> reasons(List<BlockFinding> findings) {
    List<BlockFinding> real = findings.stream().filter(f -> !f.isRevisionDate()).toList();
    return (real.isEmpty() ? findings : real)
        .stream()
            .sorted(Comparator.comparing(BlockFinding::severity).reversed())
            .flatMap(finding -> finding.reasons().stream())
            .distinct()
            .limit(MAX_REASONS)
            .toList();
  }

  private BlockFinding assess(Hunk hunk) {
    List<WordEdit> edits = WordDiff.between(hunk.textBefore(), hunk.textAfter());
    List<Span> changed = changedWords(edits);
    List<Span> spans = new ArrayList<>(changed);
    if (RevisionDate.isAll(hunk, edits)) {
      return revisionDate(hunk, spans);
    }
    List<Category> categories = matching(hunk, spans);
    List<Reason> reasons = new ArrayList<>();
    int harm = weigh(hunk, changed, spans, reasons);
    Direction direction =
        harm > 0 ? Direction.ADVERSE : harm < 0 ? Direction.PROTECTIVE : Direction.UNKNOWN;
    Severity severity = severity(categories, direction);
    if (severity == Severity.MEDIUM
        && direction == Direction.UNKNOWN
        && isSlight(edits)
        && !isTouched(categories, hunk, changed)) {
      severity = Severity.LOW;
      reasons.add(new Reason(SLIGHT, "Few words differ, and no rule knows them."));
    }
    reasons.addAll(subject(categories));
    spans.sort(Comparator.comparing(Span::side).thenComparingInt(Span::start));
    List<String> ids = categories.stream().map(Category::id).toList();
    return new BlockFinding(new AssessedBlock(hunk, ids, spans), severity, direction, reasons);
  }

  private static BlockFinding revisionDate(Hunk hunk, List<Span> spans) {
    return new BlockFinding(
        new AssessedBlock(hunk, List.of(), spans),
        Severity.LOW,
        Direction.NEUTRAL,
        List.of(new Reason(BlockFinding.REVISION_DATE, "Only the date of the revision differs.")));
  }

  /** Whether words that made a category match are among those that changed. */
  private static boolean isTouched(List<Category> categories, Hunk hunk, List<Span> changed) {
    return categories.stream()
        .anyMatch(
            category ->
                touched(category.words(), Span.Side.BEFORE, hunk.textBefore(), changed).isPresent()
                    || touched(category.words(), Span.Side.AFTER, hunk.textAfter(), changed)
                        .isPresent());
  }

  /** A few words without a number, in a block that stays. */
  private static boolean isSlight(List<WordEdit> edits) {
    int words = 0;
    boolean kept = false;
    for (WordEdit edit : edits) {
      if (edit.type() == WordEdit.Type.KEPT) {
        kept = true;
      } else if (WEIGHTY.matcher(edit.text()).find()) {
        return false;
      } else {
        words += edit.text().split(" ").length;
      }
    }
    return kept && words <= SLIGHT_WORDS;
  }

  private static Severity severity(List<Category> categories, Direction direction) {
    if (categories.isEmpty()) {
      return Severity.LOW;
    }
    boolean high = categories.stream().anyMatch(Category::high);
    return high && direction == Direction.ADVERSE ? Severity.HIGH : Severity.MEDIUM;
  }

  private static List<Reason> subject(List<Category> categories) {
    if (categories.isEmpty()) {
      return List.of(new Reason(UNKNOWN_SUBJECT, "No rule knows the subject of the passage."));
    }
    return categories.stream()
        .map(c -> new Reason(KNOWN_SUBJECT + "." + c.id(), "The passage is about " + c.id() + "."))
        .toList();
  }

  private static List<Span> changedWords(List<WordEdit> edits) {
    List<Span> spans = new ArrayList<>();
    for (WordEdit edit : edits) {
      int length = edit.text().length();
      if (edit.type() == WordEdit.Type.DELETED) {
        spans.add(Span.changed(Span.Side.BEFORE, edit.beforeStart(), length));
      } else if (edit.type() == WordEdit.Type.INSERTED) {
        spans.add(Span.changed(Span.Side.AFTER, edit.afterStart(), length));
      }
    }
    return spans;
  }

  private static Optional<String> nearestHeading(Hunk hunk) {
    List<String> path = hunk.headingPath();
    return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
  }

  /** The categories whose words stand in the block or in the heading above it. */
  private List<Category> matching(Hunk hunk, List<Span> spans) {
    String text = read(hunk.after().isPresent() ? hunk.textAfter() : hunk.textBefore());
    Span.Side side = hunk.after().isPresent() ? Span.Side.AFTER : Span.Side.BEFORE;
    List<Category> found = new ArrayList<>();
    for (Category category : rules.categories()) {
      var matcher = category.words().matcher(text);
      if (matcher.find()) {
        found.add(category);
        spans.add(new Span(side, matcher.start(), matcher.end(), Optional.of(category.id())));
      } else if (nearestHeading(hunk).filter(h -> category.words().matcher(h).find()).isPresent()) {
        found.add(category);
      }
    }
    return found;
  }

  /** Above 0 when wordings that appear or go harm the user, below when they serve. */
  private int weigh(Hunk hunk, List<Span> changed, List<Span> spans, List<Reason> reasons) {
    int harm = 0;
    for (Wording wording : rules.wordings()) {
      for (Span.Side side : Span.Side.values()) {
        String text = side == Span.Side.AFTER ? hunk.textAfter() : hunk.textBefore();
        Optional<Span> touched = touched(wording, side, text, changed);
        if (touched.isPresent()) {
          boolean appears = side == Span.Side.AFTER;
          harm += (wording.direction() == Direction.ADVERSE) == appears ? 1 : -1;
          spans.add(touched.get());
          reasons.add(
              reason(wording, appears, text.substring(touched.get().start(), touched.get().end())));
        }
      }
    }
    return harm;
  }

  /** The first place of a wording in a text that holds a changed word. */
  private static Optional<Span> touched(
      Wording wording, Span.Side side, String text, List<Span> changed) {
    return touched(wording.words(), side, text, changed)
        .map(span -> new Span(side, span.start(), span.end(), Optional.of(wording.id())));
  }

  /**
   * The first match that holds a changed word. Matches and changed words of a side both come in
   * reading order, so each is looked at once.
   */
  private static Optional<Span> touched(
      Pattern words, Span.Side side, String text, List<Span> changed) {
    List<Span> there = changed.stream().filter(span -> span.side() == side).toList();
    var matcher = words.matcher(read(text));
    int next = 0;
    while (next < there.size() && matcher.find()) {
      while (next < there.size() && there.get(next).end() <= matcher.start()) {
        next++;
      }
      if (next < there.size() && there.get(next).start() < matcher.end()) {
        return Optional.of(Span.changed(side, matcher.start(), matcher.end() - matcher.start()));
      }
    }
    return Optional.empty();
  }

  private static Reason reason(Wording wording, boolean appears, String words) {
    return new Reason(
        wording.id(),
        (appears ? "New: '" : "Gone: '") + words + "', which " + wording.says() + ".");
  }
}
