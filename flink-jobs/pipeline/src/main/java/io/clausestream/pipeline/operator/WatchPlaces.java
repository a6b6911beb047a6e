package io.clausestream.pipeline.operator;

import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.wire.WatcherMapper;
import io.clausestream.schema.state.WatcherTerms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose buckets tell a subscriber: those of platforms, or those of all. Which of the two tells of a
 * platform is settled when the subscriber first names it, and stays so: the bucket knows what it
 * told, so whoever moves between a platform and all is told once. All of them hear of all terms, so
 * that terms that hold from an earlier time on replace later ones everywhere.
 *
 * @param platforms names of platforms, {@link Interest#ALL} among them for the buckets of all
 */
record WatchPlaces(Set<String> platforms) {

  /** Beyond them, those that are left are told the end and forgotten. */
  static final int MOST = 20_000;

  WatchPlaces {
    platforms = Set.copyOf(platforms);
  }

  /** The same, and those that new terms need. */
  WatchPlaces with(Terms terms) {
    Set<String> watched = watched(terms);
    Set<String> all = new TreeSet<>(platforms.size() < MOST ? platforms : keptOf(watched));
    if (watched.contains(Interest.ALL) || !all.contains(Interest.ALL)) {
      all.addAll(watched);
    }
    return new WatchPlaces(all);
  }

  private Set<String> keptOf(Set<String> watched) {
    Set<String> kept = new TreeSet<>(watched);
    kept.add(Interest.ALL);
    kept.retainAll(platforms);
    return kept;
  }

  /** Those of these that others have not, in order. */
  Set<String> without(WatchPlaces others) {
    Set<String> left = new TreeSet<>(platforms);
    left.removeAll(others.platforms());
    return left;
  }

  /** What each of them needs of terms; they have been added to it. */
  Map<String, WatcherTerms> terms(Subscription subscription) {
    Set<String> watched = watched(subscription.terms());
    WatcherTerms ended = WatcherMapper.ended(subscription.validFrom().toEpochMilli());
    WatcherTerms there = WatcherMapper.toBucket(subscription);
    boolean all = watched.contains(Interest.ALL);
    Map<String, WatcherTerms> terms = new LinkedHashMap<>();
    for (String platform : new TreeSet<>(platforms)) {
      terms.put(platform, all || watched.contains(platform) ? there : ended);
    }
    terms.computeIfPresent(Interest.ALL, (none, same) -> ofAll(subscription, watched, ended));
    return terms;
  }

  private WatcherTerms ofAll(Subscription subscription, Set<String> watched, WatcherTerms ended) {
    Set<String> own = new TreeSet<>(platforms);
    own.remove(Interest.ALL);
    if (watched.contains(Interest.ALL)) {
      return WatcherMapper.toBucketOfAll(subscription, Set.of(), own);
    }
    Set<String> others = new TreeSet<>(watched);
    others.removeAll(own);
    return others.isEmpty() ? ended : WatcherMapper.toBucketOfAll(subscription, others, Set.of());
  }

  private static Set<String> watched(Terms terms) {
    if (terms.state() != Terms.State.ACTIVE) {
      return Set.of();
    }
    Set<String> platforms = terms.interest().platforms();
    return platforms.contains(Interest.ALL) ? Set.of(Interest.ALL) : platforms;
  }
}
