package io.clausestream.core.severity;

import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.rules.Statement.Serves;
import io.clausestream.core.rules.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Numbers that a changed text states otherwise than before, and whom that serves. */
final class QuantityEffects {

  private QuantityEffects() {}

  /** Numbers with a word that differs, in their order, paired where they count the same. */
  static List<QuantityChange> changes(ChangedText text) {
    List<Quantity> before = touched(text.before(), text.deleted());
    List<Quantity> after = touched(text.after(), text.inserted());
    List<QuantityChange> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      if (before.get(i).isComparableWith(after.get(i))
          && before.get(i).compareAmount(after.get(i)) != 0) {
        changes.add(new QuantityChange(before.get(i), after.get(i)));
      }
    }
    return changes;
  }

  private static List<Quantity> touched(Reading reading, List<Span> changed) {
    return Quantities.in(reading.tokens()).stream()
        .filter(quantity -> Span.touch(changed, quantity.start(), quantity.end()))
        .toList();
  }

  static List<Effect> effects(ChangedText text, List<QuantityChange> changes) {
    return changes.stream().map(change -> effect(text, change)).toList();
  }

  private static Effect effect(ChangedText text, QuantityChange change) {
    Optional<Statement> statement = statement(text.after(), change.after());
    Direction direction =
        statement.isEmpty()
            ? Direction.UNKNOWN
            : (statement.get().more() == Serves.USER) == change.isMore()
                ? Direction.PROTECTIVE
                : Direction.ADVERSE;
    Severity severity =
        direction == Direction.ADVERSE
            ? worse(statement.orElseThrow(), change.after().unit())
            : Severity.MEDIUM;
    String rule = rule(change);
    String context = statement.map(s -> ", in a sentence that " + s.says()).orElse("");
    return new Effect(
        rule,
        statement.map(Statement::category).orElse(""),
        Optional.empty(),
        true,
        direction,
        severity,
        new Span(Span.Side.AFTER, change.after().start(), change.after().end(), Optional.of(rule)),
        Set.of(),
        "'"
            + words(text.before(), change.before())
            + "' becomes '"
            + words(text.after(), change.after())
            + "'"
            + context
            + ".");
  }

  /** What is to be paid and who may come in is the bargain itself, and time a part of a clause. */
  private static Severity worse(Statement statement, Quantity.Unit unit) {
    return unit.isTime() ? Effect.severity(statement.level()) : Severity.HIGH;
  }

  /** Where the numbers stood before; an effect itself shows where they stand now. */
  static List<Span> spansBefore(List<QuantityChange> changes) {
    return changes.stream()
        .map(
            change ->
                new Span(
                    Span.Side.BEFORE,
                    change.before().start(),
                    change.before().end(),
                    Optional.of(rule(change))))
        .toList();
  }

  private static String rule(QuantityChange change) {
    Quantity.Unit unit = change.after().unit();
    return "quantity." + (unit.isTime() ? "time" : unit.name().toLowerCase(Locale.ROOT));
  }

  private static String words(Reading reading, Quantity quantity) {
    return reading.tokens().text().substring(quantity.start(), quantity.end());
  }

  /** How far a number stands from the words of a statement, in UTF-16 units. */
  private static int distance(Match<Statement> match, Quantity quantity) {
    return Math.max(0, Math.max(match.start() - quantity.end(), quantity.start() - match.end()));
  }

  /** The statement of its sentence that stands nearest to a number. */
  private static Optional<Statement> statement(Reading reading, Quantity quantity) {
    List<Token> words = reading.tokens().words();
    // The word before may reach beyond the place, as a sign of a currency stands within a word.
    int at = Math.max(0, reading.tokens().firstFrom(quantity.start()) - 1);
    while (at < words.size() && words.get(at).end() <= quantity.start()) {
      at++;
    }
    if (at == words.size()) {
      return Optional.empty();
    }
    int sentence = words.get(at).sentence();
    return reading.statements().stream()
        .filter(match -> match.sentence() == sentence)
        .min(Comparator.comparingInt(match -> distance(match, quantity)))
        .map(Match::meaning);
  }
}
