package io.clausestream.core.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The versions of a rule set, and which of them holds when. Immutable and thread-safe.
 *
 * @param versions the versions by the instant from which they hold; never empty. The first holds
 *     from the beginning of time, whatever it says
 */
public record RuleBook(List<Version> versions) {

  /**
   * A version.
   *
   * @param name its name within the set
   * @param effectiveFrom from when it holds
   * @param rules gives what it says, which may take time: ask once
   */
  public record Version(String name, Instant effectiveFrom, Supplier<RuleSet> rules) {

    /** The version of a rule set that is at hand. */
    public static Version of(RuleSet rules) {
      return new Version(rules.version(), rules.effectiveFrom(), () -> rules);
    }
  }

  /** Copies and sorts the list. */
  public RuleBook {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("A book of rules needs a version.");
    }
    versions =
        versions.stream()
            .sorted(Comparator.comparing(Version::effectiveFrom).thenComparing(Version::name))
            .toList();
  }

  /** A book with one version, which always holds. */
  public static RuleBook of(RuleSet always) {
    return new RuleBook(List.of(Version.of(always)));
  }

  /** The shipped rules and nothing else. */
  public static RuleBook shipped() {
    return of(ShippedRules.get());
  }

  /** The book with a version more; one of the same name gives way. */
  public RuleBook with(Version version) {
    List<Version> all = new ArrayList<>(versions);
    all.removeIf(known -> known.name().equals(version.name()));
    all.add(version);
    return new RuleBook(all);
  }

  /** The version for what was fetched at an instant: the newest that is in effect then. */
  public Version at(Instant fetchedAt) {
    Version found = versions.get(0);
    for (Version version : versions) {
      if (!version.effectiveFrom().isAfter(fetchedAt)) {
        found = version;
      }
    }
    return found;
  }
}
