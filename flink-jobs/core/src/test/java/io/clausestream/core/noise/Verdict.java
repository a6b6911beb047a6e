package io.clausestream.core.noise;

import io.clausestream.core.severity.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was told of a site with its two edits. Not thread-safe. */
final class Verdict {

  /** An edit is to be told so long after the first page that shows it. */
  private static final Duration IN_TIME = Duration.ofHours(24);

  private final Site site;
  private final boolean siblings;
  private final TreeMap<Integer, Instant> firstShown = new TreeMap<>();

  Verdict(Site site, boolean siblings) {
    this.site = site;
    this.siblings = siblings;
  }

  /** Takes note of the edits that a page shows. */
  void shown(Page page) {
    for (int edit = 1; edit <= page.revision && page.instead.isEmpty(); edit++) {
      firstShown.putIfAbsent(edit, site.ref(site.document(), page.fetch).fetchedAt());
    }
  }

  Outcome outcome(List<PageChange> told, List<String> log) {
    List<Integer> found = new ArrayList<>();
    List<Integer> late = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    int mixed = 0;
    for (PageChange change : told) {
      List<Integer> edits = edits(change);
      if (edits.isEmpty() || found.containsAll(edits)) {
        alarms.add(line(change));
        continue;
      }
      found.addAll(edits);
      edits.stream().filter(edit -> isLate(edit, change)).forEach(late::add);
      mixed += change.assessment().blocks().size() > edits.size() ? 1 : 0;
    }
    List<Integer> missed =
        firstShown.keySet().stream().filter(e -> !found.contains(e) || late.contains(e)).toList();
    return new Outcome(site, siblings, alarms, missed, mixed, log);
  }

  private boolean isLate(int edit, PageChange change) {
    return change.detectedAt().isAfter(firstShown.get(edit).plus(IN_TIME));
  }

  private List<Integer> edits(PageChange change) {
    if (!change.ref().documentType().equals(site.document().name())) {
      return List.of();
    }
    String before = joined(change, b -> b.textBefore());
    String after = joined(change, b -> b.textAfter());
    return firstShown.keySet().stream()
        .filter(edit -> after.contains(site.document().mark(edit)))
        .filter(edit -> !before.contains(site.document().mark(edit)))
        .toList();
  }

  private static String joined(
      PageChange change, Function<io.clausestream.core.diff.Hunk, String> side) {
    return change.assessment().blocks().stream()
        .map(block -> Document.letters(side.apply(block.hunk())))
        .collect(Collectors.joining());
  }

  private static String line(PageChange change) {
    String blocks =
        change.assessment().blocks().stream()
            .limit(4)
            .map(b -> "[" + cut(b.hunk().textBefore()) + " -> " + cut(b.hunk().textAfter()) + "]")
            .collect(Collectors.joining(" "));
    return "%s fetch %d told after %d h: %s"
        .formatted(
            change.ref().documentType(),
            Duration.between(Site.at(0), change.ref().fetchedAt()).toHours() / 12,
            Duration.between(change.ref().fetchedAt(), change.detectedAt()).toHours(),
            blocks);
  }

  private static String cut(String text) {
    return text.length() < 70 ? text : text.substring(0, 70) + "…";
  }
}
