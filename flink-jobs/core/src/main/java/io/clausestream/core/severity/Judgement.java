package io.clausestream.core.severity;

import io.clausestream.core.diff.Operation;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.severity.BlockFinding.Nature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what was found in the blocks of one change. */
final class Judgement {

  private static final int MAX_REASONS = 10;

  private final RuleSet rules;
  private final String language;
  private final List<BlockFinding> findings;

  /** Beside a real change, dates and moves explain nothing. */
  private final List<BlockFinding> real;

  private final List<Ruling> rulings = new ArrayList<>();
  private final Set<String> subjects;

  /** A reason with the severity that it leads to. */
  private record Ruling(Severity severity, Direction direction, Reason reason) {}

  Judgement(RuleSet rules, String language, List<BlockFinding> findings) {
    this.rules = rules;
    this.language = language;
    this.findings = findings;
    this.subjects = subjects(findings);
    this.real =
        findings.stream().filter(f -> !f.is(Nature.REVISION_DATE) && !f.is(Nature.MOVE)).toList();
    rule();
  }

  Severity severity() {
    return rulings.stream()
        .map(Ruling::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.LOW);
  }

  private void rule() {
    if (real.isEmpty()) {
      boolean dates = findings.stream().anyMatch(f -> f.is(Nature.REVISION_DATE));
      add(
          Severity.LOW,
          Direction.NEUTRAL,
          dates ? SeverityRules.REVISION_DATE : SeverityRules.MOVED);
      return;
    }
    if (!rules.signals().containsKey(language)) {
      add(
          substantial(SeverityRules.SUBSTANTIAL) ? Severity.MEDIUM : Severity.LOW,
          Direction.UNKNOWN,
          SeverityRules.noRules(language));
      return;
    }
    Set<Names.Rename> renames = renames();
    for (BlockFinding finding : real) {
      if (!isRename(finding, renames)) {
        effects(finding);
      }
    }
    natures(renames);
    entries();
    size(renames);
    subjects();
  }

  private void effects(BlockFinding finding) {
    for (Effect effect : finding.effects()) {
      rulings.add(
          new Ruling(
              effect.severity(),
              effect.direction(),
              new Reason(effect.ruleId(), effect.sentence())));
    }
  }

  /** Names that gave way to the same other one in several blocks, or in a heading. */
  private Set<Names.Rename> renames() {
    Map<Names.Rename, Integer> counts = new HashMap<>();
    for (BlockFinding finding : real) {
      new HashSet<>(finding.renames()).forEach(rename -> counts.merge(rename, 1, Integer::sum));
    }
    Set<Names.Rename> several = new HashSet<>();
    counts.forEach(
        (rename, count) -> {
          if (count > 1) {
            several.add(rename);
          }
        });
    return several;
  }

  private static boolean isRename(BlockFinding finding, Set<Names.Rename> renames) {
    return !finding.renames().isEmpty() && renames.containsAll(finding.renames());
  }

  private void natures(Set<Names.Rename> renames) {
    if (real.stream().anyMatch(f -> f.is(Nature.ENTITY))) {
      add(Severity.MEDIUM, Direction.UNKNOWN, SeverityRules.ENTITY);
    }
    if (real.stream().anyMatch(f -> f.is(Nature.ADDRESS))) {
      add(Severity.LOW, Direction.NEUTRAL, SeverityRules.ADDRESS);
    }
    if (real.stream().anyMatch(f -> isRename(f, renames))) {
      add(Severity.LOW, Direction.NEUTRAL, SeverityRules.RENAMED);
    }
  }

  /** Entries of lists and tables that came or went count by their subject. */
  private void entries() {
    Map<String, Category> byId = new HashMap<>();
    rules.categories().forEach(category -> byId.put(category.id(), category));
    real.stream()
        .filter(finding -> finding.isEntry() && finding.is(Nature.WORDING))
        .map(
            finding ->
                finding.block().categories().stream()
                    .map(id -> Effect.severity(byId.get(id).entries()))
                    .max(Comparator.naturalOrder())
                    .orElse(Severity.LOW))
        .max(Comparator.naturalOrder())
        .map(most -> most == Severity.HIGH ? Severity.MEDIUM : most)
        .ifPresent(most -> add(most, Direction.UNKNOWN, SeverityRules.ENTRY));
  }

  /** What no statement explains counts by how much of it is about a known subject. */
  private void size(Set<Names.Rename> renames) {
    int known = 0;
    int all = 0;
    boolean whole = false;
    for (BlockFinding finding : real) {
      if (finding.is(Nature.WORDING)
          && !isRename(finding, renames)
          && !finding.isEntry()
          && !finding.isExplained()) {
        all += finding.changedWords();
        known += finding.block().categories().isEmpty() ? 0 : finding.changedWords();
        whole = whole || isWholeClause(finding);
      }
    }
    boolean reordered =
        real.stream().allMatch(f -> f.is(Nature.WORDING) && f.isReordered() && !f.isEntry());
    if (all > 0 && reordered) {
      add(Severity.LOW, Direction.NEUTRAL, SeverityRules.REORDERED);
    } else if (whole || known >= SeverityRules.SUBSTANTIAL || all >= SeverityRules.LONG) {
      add(Severity.MEDIUM, Direction.UNKNOWN, SeverityRules.PASSAGE);
    } else if (all > 0) {
      add(Severity.LOW, Direction.UNKNOWN, SeverityRules.SLIGHT);
    }
  }

  /** Whether a sentence or more on a subject of high weight came or went. */
  private boolean isWholeClause(BlockFinding finding) {
    return finding.block().hunk().operation() != Operation.MODIFIED
        && finding.changedWords() >= SeverityRules.SENTENCE
        && rules.categories().stream()
            .anyMatch(
                category ->
                    category.weight() == Category.Weight.HIGH
                        && finding.block().categories().contains(category.id()));
  }

  private boolean substantial(int words) {
    return real.stream().mapToInt(BlockFinding::changedWords).sum() >= words;
  }

  private void subjects() {
    Set<String> here = subjects(real);
    for (Category category : rules.categories()) {
      if (here.contains(category.id())) {
        rulings.add(
            new Ruling(
                Severity.LOW,
                Direction.NEUTRAL,
                new Reason(
                    "category." + category.id(), "The passage is about " + category.name() + ".")));
      }
    }
  }

  private static Set<String> subjects(List<BlockFinding> findings) {
    Set<String> subjects = new HashSet<>();
    findings.forEach(finding -> subjects.addAll(finding.block().categories()));
    return subjects;
  }

  private void add(Severity severity, Direction direction, Reason reason) {
    rulings.add(new Ruling(severity, direction, reason));
  }

  List<String> categories() {
    List<String> known =
        rules.categories().stream().map(Category::id).filter(subjects::contains).toList();
    return known.isEmpty() ? List.of(Assessment.OTHER) : known;
  }

  /** That of the most severe, and of what is against the user before what is for. */
  Direction direction() {
    Optional<Severity> most =
        rulings.stream()
            .filter(
                r -> r.direction() == Direction.ADVERSE || r.direction() == Direction.PROTECTIVE)
            .map(Ruling::severity)
            .max(Comparator.naturalOrder());
    if (most.isEmpty()) {
      boolean neutral = rulings.stream().allMatch(r -> r.direction() == Direction.NEUTRAL);
      return neutral ? Direction.NEUTRAL : Direction.UNKNOWN;
    }
    boolean adverse =
        rulings.stream()
            .anyMatch(r -> r.severity() == most.get() && r.direction() == Direction.ADVERSE);
    return adverse ? Direction.ADVERSE : Direction.PROTECTIVE;
  }

  List<Reason> reasons() {
    return rulings.stream()
        .sorted(Comparator.comparing(Ruling::severity).reversed())
        .map(Ruling::reason)
        .distinct()
        .limit(MAX_REASONS)
        .toList();
  }
}
