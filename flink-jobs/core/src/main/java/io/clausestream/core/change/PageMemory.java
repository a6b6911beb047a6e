package io.clausestream.core.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page is known to do: the texts it showed lately, and the blocks that come, go or change
 * again and again. Bounded by {@link #MAX_VARIANTS} and {@link #MAX_VOLATILES}.
 *
 * @param variants texts seen lately, oldest first
 * @param volatiles blocks that changed, oldest first
 */
public record PageMemory(List<KnownVariant> variants, List<VolatileBlock> volatiles) {

  /** Most texts that are remembered. */
  public static final int MAX_VARIANTS = 32;

  /** Most volatile blocks that are remembered. */
  public static final int MAX_VOLATILES = 512;

  /** A text that was not seen for longer is new again: a rollback after days is a real change. */
  static final Duration VARIANT_AGE = Duration.ofDays(4);

  /** So long it is known that the page had a text once: an older build may be served again. */
  static final Duration HISTORY_AGE = Duration.ofDays(365);

  /** After so long a change of a block counts half. */
  static final Duration HALF_LIFE = Duration.ofDays(21);

  /** From this score on a block is volatile: it changed more often than documents do. */
  static final float VOLATILE = 1.5f;

  /**
   * More than one change can leave: a block with this score came and went, both within a half-life
   * or so.
   */
  static final float RESTLESS = 1.01f;

  /** A doubted text that stands for so long is no accident of a fetch. */
  static final Duration STEADY_AGE = Duration.ofDays(2);

  /** And in so many captures. */
  static final int STEADY_CAPTURES = 3;

  /** What a doubted text is remembered with in front, as it never was the page's. */
  private static final String DOUBTFUL = "doubted since ";

  /** Nothing known. */
  public static final PageMemory EMPTY = new PageMemory(List.of(), List.of());

  /** Copies the lists. */
  public PageMemory {
    variants = List.copyOf(variants);
    volatiles = List.copyOf(volatiles);
  }

  /**
   * A text that the page showed before.
   *
   * @param text SHA-256 of the canonical text
   * @param lastSeen when it was last seen
   * @param seen how often it was seen
   */
  public record KnownVariant(String text, Instant lastSeen, int seen) {

    /** Whether it was never accepted, but stood on captures that were doubted. */
    boolean isDoubtful() {
      return text.startsWith(DOUBTFUL);
    }
  }

  /**
   * A block that changed.
   *
   * @param shape 64-bit hash of its shape
   * @param score how volatile it was when it last changed
   * @param lastChanged when it last changed
   */
  public record VolatileBlock(long shape, float score, Instant lastChanged) {

    float scoreAt(Instant now) {
      double ages = (double) Duration.between(lastChanged, now).toMillis() / HALF_LIFE.toMillis();
      return (float) (score * StrictMath.pow(0.5, Math.max(0, ages)));
    }
  }

  /** The variant with this text, if it was seen within {@link #VARIANT_AGE}. */
  Optional<KnownVariant> variant(String text, Instant now) {
    return variants.stream()
        .filter(known -> known.text().equals(text))
        .filter(known -> known.lastSeen().plus(VARIANT_AGE).isAfter(now))
        .findFirst();
  }

  /** Whether the page had this text once, within {@link #HISTORY_AGE}. */
  boolean had(String text, Instant now) {
    return variants.stream()
        .filter(known -> known.text().equals(text))
        .anyMatch(known -> known.lastSeen().plus(HISTORY_AGE).isAfter(now));
  }

  /**
   * This memory, having seen a text that is doubted. Of such texts the last one is remembered,
   * until a text is accepted, with the instant when it was first seen.
   *
   * @param since when the doubtful captures began: a good one in between begins anew
   */
  PageMemory doubted(String text, Instant since, Instant now) {
    String doubted = doubtful(text, since);
    List<KnownVariant> kept = new ArrayList<>();
    KnownVariant next = new KnownVariant(doubted, now, 1);
    for (KnownVariant known : variants) {
      if (known.text().equals(doubted)) {
        next = new KnownVariant(doubted, known.lastSeen(), known.seen() + 1);
      } else if (!known.isDoubtful()) {
        kept.add(known);
      }
    }
    kept.add(next);
    return new PageMemory(last(kept, MAX_VARIANTS), volatiles);
  }

  /** Whether a doubted text has held for {@link #STEADY_AGE}, over some captures. */
  boolean isSteady(String text, Instant since, Instant now) {
    String doubted = doubtful(text, since);
    return variants.stream()
        .filter(known -> known.text().equals(doubted) && known.seen() + 1 >= STEADY_CAPTURES)
        .anyMatch(known -> !known.lastSeen().plus(STEADY_AGE).isAfter(now));
  }

  private static String doubtful(String text, Instant since) {
    return DOUBTFUL + since.toEpochMilli() + ":" + text;
  }

  /** This memory, having seen a text. */
  PageMemory seen(String text, Instant now) {
    List<KnownVariant> kept = new ArrayList<>();
    int times = 1;
    for (KnownVariant known : variants) {
      if (known.text().equals(text)) {
        times += known.seen();
      } else if (!known.isDoubtful() && known.lastSeen().plus(HISTORY_AGE).isAfter(now)) {
        kept.add(known);
      }
    }
    kept.add(new KnownVariant(text, now, times));
    return new PageMemory(last(kept, MAX_VARIANTS), volatiles);
  }

  /** The shapes that are volatile by now. */
  Set<Long> volatileShapes(Instant now) {
    return shapes(now, VOLATILE);
  }

  /** The shapes that changed lately, and not only once. */
  Set<Long> restlessShapes(Instant now) {
    return shapes(now, RESTLESS);
  }

  private Set<Long> shapes(Instant now, float least) {
    Set<Long> shapes = new HashSet<>();
    for (VolatileBlock block : volatiles) {
      if (block.scoreAt(now) >= least) {
        shapes.add(block.shape());
      }
    }
    return shapes;
  }

  /** This memory, having seen blocks of these shapes change. */
  PageMemory changed(Set<Long> shapes, Instant now) {
    Map<Long, Float> scores = new HashMap<>();
    List<VolatileBlock> kept = new ArrayList<>();
    for (VolatileBlock block : volatiles) {
      if (shapes.contains(block.shape())) {
        scores.put(block.shape(), block.scoreAt(now));
      } else {
        kept.add(block);
      }
    }
    for (long shape : shapes.stream().sorted().toList()) {
      kept.add(new VolatileBlock(shape, scores.getOrDefault(shape, 0f) + 1, now));
    }
    return new PageMemory(variants, last(kept, MAX_VOLATILES));
  }

  private static <T> List<T> last(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
