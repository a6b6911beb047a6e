package io.clausestream.core.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a platform as a whole: blocks that stood on several of its pages, and the
 * changes that were told lately, and the documents that went back to an earlier text lately.
 * Bounded by {@link #MAX_FURNITURE}, {@link #MAX_TOLD} and {@link #MAX_RETURNS}.
 *
 * @param furniture blocks that stood on several pages, longest unseen first
 * @param told changes of text that were told lately, oldest first
 * @param returns documents that went back to an earlier text lately, oldest first
 */
public record Site(List<Furnishing> furniture, List<Told> told, List<Return> returns) {

  /** Most blocks that are remembered. */
  public static final int MAX_FURNITURE = 4_096;

  /** Most changes that are remembered. */
  public static final int MAX_TOLD = 64;

  /** Most returns that are remembered. */
  public static final int MAX_RETURNS = 32;

  /** Furniture that was not seen for longer is forgotten. */
  static final Duration FURNITURE_AGE = Duration.ofDays(365);

  /** Documents that share a page are fetched within a round, so within this time. */
  static final Duration TOLD_AGE = Duration.ofDays(2);

  /** Documents that shared a page may leave it one by one, as their new pages come. */
  static final Duration SPLIT_AGE = Duration.ofDays(31);

  /** Nothing known. */
  public static final Site EMPTY = new Site(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Site {
    furniture = List.copyOf(furniture);
    told = List.copyOf(told);
    returns = List.copyOf(returns);
  }

  /**
   * A block that stood on several pages.
   *
   * @param hash 64-bit hash of its text
   * @param lastSeen when it was last seen on several
   */
  public record Furnishing(long hash, Instant lastSeen) {}

  /**
   * A change of text that was told for a document.
   *
   * @param documentId the document
   * @param before SHA-256 of the text before
   * @param after SHA-256 of the text after
   * @param at when it was fetched
   */
  public record Told(String documentId, String before, String after, Instant at) {}

  /**
   * A document that went back to a text that it had before.
   *
   * @param documentId the document
   * @param at when that was fetched
   */
  public record Return(String documentId, Instant at) {}

  /** Those of some hashes that are hashes of blocks that are furniture by now. */
  Set<Long> hashes(LongHashes of, Instant now) {
    Set<Long> hashes = new HashSet<>();
    for (Furnishing block : furniture) {
      if (of.has(block.hash()) && block.lastSeen().plus(FURNITURE_AGE).isAfter(now)) {
        hashes.add(block.hash());
      }
    }
    return hashes;
  }

  /** This site, having seen these blocks on several pages. */
  Site sawOnSeveral(Collection<Long> hashes, Instant now) {
    if (hashes.isEmpty()) {
      return this;
    }
    Set<Long> seen = new HashSet<>(hashes);
    List<Furnishing> next = new ArrayList<>();
    for (Furnishing block : furniture) {
      if (!seen.contains(block.hash())) {
        next.add(block);
      }
    }
    seen.stream().sorted().forEach(hash -> next.add(new Furnishing(hash, now)));
    return new Site(last(next, MAX_FURNITURE), told, returns);
  }

  /** The document that the same change of text was told for, if it was. */
  Optional<Told> toldElsewhere(String documentId, String before, String after, Instant now) {
    return told.stream()
        .filter(change -> !change.documentId().equals(documentId))
        .filter(change -> change.before().equals(before) && change.after().equals(after))
        .filter(change -> !change.at().plus(TOLD_AGE).isBefore(now))
        .findFirst();
  }

  /** Whether for another document it was told what became of the text that both had. */
  boolean toldOfShared(String documentId, String before, Instant now) {
    return told.stream()
        .filter(change -> !change.documentId().equals(documentId))
        .filter(change -> change.before().equals(before))
        .anyMatch(change -> !change.at().plus(SPLIT_AGE).isBefore(now));
  }

  /** This site, having told a change. */
  Site tell(Told change) {
    List<Told> next = new ArrayList<>();
    for (Told earlier : told) {
      if (!earlier.at().plus(SPLIT_AGE).isBefore(change.at())) {
        next.add(earlier);
      }
    }
    next.add(change);
    return new Site(furniture, last(next, MAX_TOLD), returns);
  }

  /** The documents that went back within a time before or after an instant. */
  Set<String> returnedAround(Instant at, Duration within) {
    return returns.stream()
        .filter(other -> Duration.between(at, other.at()).abs().compareTo(within) <= 0)
        .map(Return::documentId)
        .collect(Collectors.toSet());
  }

  /** This site, having seen a document go back. */
  Site sawReturn(String documentId, Instant at) {
    Return seen = new Return(documentId, at);
    List<Return> next = new ArrayList<>(returns);
    next.remove(seen);
    next.add(seen);
    return new Site(furniture, told, last(next, MAX_RETURNS));
  }

  private static <T> List<T> last(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
