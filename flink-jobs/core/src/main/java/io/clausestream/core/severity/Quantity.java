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
    HOURS,
    DAYS,
    WEEKS,
    MONTHS,
    YEARS,
    PERCENT,
    MONEY,
    AGE;

    boolean isTime() {
      return ordinal() <= YEARS.ordinal();
    }

    /** Hours of a time, so that times in different units compare; a month is 30 days. */
    private int hours() {
      return switch (this) {
        case HOURS -> 1;
        case DAYS -> 24;
        case WEEKS -> 7 * 24;
        case MONTHS -> 30 * 24;
        case YEARS -> 365 * 24;
        case PERCENT, MONEY, AGE -> throw new IllegalStateException(this + " is no time");
      };
    }
  }

  boolean isComparableWith(Quantity other) {
    return unit == other.unit || unit.isTime() && other.unit.isTime();
  }

  int compareAmount(Quantity other) {
    return size().compareTo(other.size());
  }

  private BigDecimal size() {
    return unit.isTime() ? amount.multiply(BigDecimal.valueOf(unit.hours())) : amount;
  }

  /** Such as {@code 30 days}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit.name().toLowerCase(java.util.Locale.ROOT);
  }
}
