package io.clausestream.core.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds from when on: each entry until the next begins. What comes later replaces what began
 * at the same time or after it, so that the order of the entries is that of time.
 *
 * @param entries the entries, the first to begin first
 * @param <T> what holds
 */
public record Timeline<T>(List<Since<T>> entries) {

  /** Most entries; beyond them the first are forgotten. */
  public static final int MOST = 16;

  /**
   * What holds from an instant on.
   *
   * @param from from when on
   * @param value what holds
   * @param <T> what holds
   */
  public record Since<T>(Instant from, T value) {}

  /** Copies the list. */
  public Timeline {
    entries = List.copyOf(entries);
  }

  /** Nothing holds. */
  public static <T> Timeline<T> empty() {
    return new Timeline<>(List.of());
  }

  /** The same, and from an instant on another value, whatever was to begin at or after it. */
  public Timeline<T> then(Instant from, T value) {
    List<Since<T>> all = new ArrayList<>();
    entries.stream().filter(entry -> entry.from().isBefore(from)).forEach(all::add);
    all.add(new Since<>(from, value));
    return new Timeline<>(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** What holds at an instant. */
  public Optional<T> at(Instant instant) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (!entries.get(i).from().isAfter(instant)) {
        return Optional.of(entries.get(i).value());
      }
    }
    return Optional.empty();
  }

  /** The same without what had been replaced at an instant. */
  public Timeline<T> withoutReplacedAt(Instant instant) {
    int first = 0;
    while (first + 1 < entries.size() && !entries.get(first + 1).from().isAfter(instant)) {
      first++;
    }
    return first == 0 ? this : new Timeline<>(entries.subList(first, entries.size()));
  }

  /** When the first entry is replaced; empty when it never is. */
  public Optional<Instant> firstReplacedAt() {
    return entries.size() < 2 ? Optional.empty() : Optional.of(entries.get(1).from());
  }

  /** The last entry to begin. */
  public Optional<Since<T>> last() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
  }
}
