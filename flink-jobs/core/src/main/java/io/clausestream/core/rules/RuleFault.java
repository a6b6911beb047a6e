package io.clausestream.core.rules;

/**
 * Something wrong in a file of rules.
 *
 * @param line line of the file, from 1; 0 when the fault is one of the whole file
 * @param place where in the file, such as {@code statements[3] 'retention.longer'}
 * @param message what is wrong there, with the value and the remedy
 */
public record RuleFault(int line, String place, String message) {

  /** One line for people. */
  @Override
  public String toString() {
    return (line == 0 ? "" : "line " + line + ": ") + place + ": " + message;
  }
}
