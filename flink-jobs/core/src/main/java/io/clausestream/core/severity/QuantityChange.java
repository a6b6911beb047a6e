package io.clausestream.core.severity;

/**
 * A number that a clause states otherwise than before.
 *
 * @param before what it stated
 * @param after what it states
 */
public record QuantityChange(Quantity before, Quantity after) {

  boolean isMore() {
    return after.compareAmount(before) > 0;
  }
}
