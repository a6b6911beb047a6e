package io.clausestream.connector.delivery;

/**
 * A secret's value. Its text form is stars, so that no log tells it.
 *
 * @param value the value; hand it to the one call that needs it
 */
public record Secret(String value) {

  @Override
  public String toString() {
    return "***";
  }
}
