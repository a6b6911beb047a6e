package io.clausestream.pipeline.operator;

import io.clausestream.core.rules.RuleBook;
import io.clausestream.core.rules.RuleFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that an operator begins with, as files.
 *
 * @param shipped whether the shipped rules hold where no file does; otherwise the first file holds
 *     from the beginning of time
 * @param files files of rules; an {@link ArrayList}, for Flink ships it
 */
public record RuleTexts(boolean shipped, ArrayList<String> files) implements Serializable {

  /** The shipped rules alone. */
  public static final RuleTexts SHIPPED = new RuleTexts(true, new ArrayList<>());

  /** The shipped rules, and files that hold from their instants on. */
  public static RuleTexts and(List<String> files) {
    return new RuleTexts(true, new ArrayList<>(files));
  }

  /** One file, which always holds. */
  public static RuleTexts only(String file) {
    return new RuleTexts(false, new ArrayList<>(List.of(file)));
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException naming the faults, if a file has any
   */
  public RuleBook book() {
    List<RuleBook.Version> versions =
        new ArrayList<>(shipped ? RuleBook.shipped().versions() : List.of());
    RuleBook book = versions.isEmpty() ? null : new RuleBook(versions);
    for (String file : files) {
      RuleBook.Version version = RuleBook.Version.of(RuleFile.read(file).orThrow());
      book = book == null ? new RuleBook(List.of(version)) : book.with(version);
    }
    return book == null ? RuleBook.shipped() : book;
  }
}
