package io.clausestream.core.severity;

import java.math.BigDecimal;

/**
 * A number that a text states.
 *
 * @param amount the number
 * @param unit what it counts
 * @param start offset of its first character, in UTF-16 units
 * @param end offset behind its unit, in UTF-16 units
 */
public record Quantity(BigDecimal amount, Unit unit, int start, int end) {

  /** What a number counts. */
  public enum Unit {
    HOURS(1),
    DAYS(24),
    WEEKS(7 * 24),
    /** 30 days. */
    MONTHS(30 * 24),
    /** 365 days. */
    YEARS(365 * 24),
    PERCENT(0),
    MONEY(0),
    /** Years of a person's life. */
    AGE(0);

    private final int hours;

    Unit(int hours) {
      this.hours = hours;
    }

    boolean isTime() {
      return hours > 0;
    }
  }

  boolean isComparableWith(Quantity other) {
    return unit == other.unit || unit.isTime() && other.unit.isTime();
  }

  int compareAmount(Quantity other) {
    return size().compareTo(other.size());
  }

  private BigDecimal size() {
    return unit.isTime() ? amount.multiply(BigDecimal.valueOf(unit.hours)) : amount;
  }

  /** Such as {@code 30 days}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit.name().toLowerCase(java.util.Locale.ROOT);
  }
}
