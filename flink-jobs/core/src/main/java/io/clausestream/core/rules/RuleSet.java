package io.clausestream.core.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One version of a set of rules. Immutable and thread-safe.
 *
 * @param id id of the set
 * @param version its version, unique within the set
 * @param effectiveFrom fetches from this instant on are assessed by it
 * @param categories the subjects of clauses, in order
 * @param statements what sentences say, in order
 * @param signals what single words do to a sentence, by ISO 639-1 code of the language; a language
 *     with signals is one that the set has rules for
 */
public record RuleSet(
    String id,
    String version,
    Instant effectiveFrom,
    List<Category> categories,
    List<Statement> statements,
    Map<String, Map<Signal, List<Phrase>>> signals) {

  /** Copies lists and map. */
  public RuleSet {
    categories = List.copyOf(categories);
    statements = List.copyOf(statements);
    signals = Map.copyOf(signals);
  }

  /** The version with the id of its set: the key of the record that holds it. */
  public String key() {
    return id + "@" + version;
  }

  /**
   * Hash of all that the set means, 64 lower-case hexadecimal digits: equal for files that differ
   * in comments or white space alone.
   */
  public String digest() {
    return RuleDigest.of(this);
  }
}
