package io.clausestream.core.severity;

import io.clausestream.core.diff.WordEdit;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.rules.Statement.Serves;
import io.clausestream.core.rules.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a changed text does to the user: statements that it begins or ceases to make, and
 * within those that it goes on to make, conditions, limits, discretion and numbers that differ.
 */
final class EffectFinder {

  private final ChangedText text;
  private final Set<Integer> touchedBefore;
  private final Set<Integer> touchedAfter;
  private final List<Effect> effects = new ArrayList<>();

  private EffectFinder(ChangedText text) {
    this.text = text;
    this.touchedBefore = touched(text.before(), Span.Side.BEFORE);
    this.touchedAfter = touched(text.after(), Span.Side.AFTER);
  }

  static List<Effect> in(ChangedText text) {
    return new EffectFinder(text).find();
  }

  private List<Effect> find() {
    statements(text.after(), touchedAfter, text.before(), true);
    statements(text.before(), touchedBefore, text.after(), false);
    reworded();
    List<SignalChange> came = signals(text.after(), text.inserted(), text.before());
    List<SignalChange> went = signals(text.before(), text.deleted(), text.after());
    signals(text.after(), came, went, true);
    signals(text.before(), went, came, false);
    effects.addAll(UnstatedEffects.in(text));
    return effects;
  }

  /** Sentences with a word that differs, or beside the place where the other side has one. */
  private Set<Integer> touched(Reading reading, Span.Side side) {
    Set<Integer> sentences =
        new LinkedHashSet<>(
            reading.sentencesOf(side == Span.Side.AFTER ? text.inserted() : text.deleted()));
    WordEdit.Type other = side == Span.Side.AFTER ? WordEdit.Type.DELETED : WordEdit.Type.INSERTED;
    for (WordEdit edit : text.edits()) {
      if (edit.type() == other) {
        int at = side == Span.Side.AFTER ? edit.afterStart() : edit.beforeStart();
        sentenceAt(reading, at).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private static Optional<Integer> sentenceAt(Reading reading, int offset) {
    List<Token> words = reading.tokens().words();
    int behind = reading.tokens().firstFrom(offset);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words.get(Math.max(0, behind - 1)).sentence());
  }

  private void statements(Reading here, Set<Integer> touched, Reading there, boolean appears) {
    Set<Integer> whole = here.sentencesMostlyOf(appears ? text.inserted() : text.deleted());
    Set<Statement> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Match<Statement> match : here.statements()) {
      // A clause that said so before says so of something else in a sentence of its own.
      boolean more = whole.contains(match.sentence()) && !match.meaning().once();
      if (touched.contains(match.sentence())
          && (more || !there.says(match.meaning()))
          && told.add(match.meaning())) {
        effects.add(statement(here, match, appears));
      }
    }
  }

  private Effect statement(Reading here, Match<Statement> match, boolean appears) {
    Statement statement = match.meaning();
    boolean adverse = (statement.serves() == Serves.PLATFORM) == appears;
    Severity severity = Effect.severity(statement.level());
    String words = here.tokens().text().substring(match.start(), match.end());
    return new Effect(
        statement.id(),
        statement.category(),
        Optional.of(statement),
        appears,
        adverse ? Direction.ADVERSE : Direction.PROTECTIVE,
        adverse || severity == Severity.LOW ? severity : Severity.MEDIUM,
        new Span(side(appears), match.start(), match.end(), Optional.of(statement.id())),
        here.wordsIn(match.sentence()),
        (appears ? "New: '" : "Gone: '") + words + "', which " + statement.says() + ".");
  }

  /** A statement that stands on both sides, in a sentence that differs in a name or a word. */
  private void reworded() {
    Set<Statement> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Match<Statement> match : text.after().statements()) {
      Statement statement = match.meaning();
      if (touchedAfter.contains(match.sentence())
          && text.before().says(statement)
          && statement.reworded() != Category.Weight.LOW
          && told.add(statement)) {
        effects.add(
            new Effect(
                statement.id() + ".reworded",
                statement.category(),
                Optional.empty(),
                true,
                Direction.UNKNOWN,
                Effect.severity(statement.reworded()),
                new Span(Span.Side.AFTER, match.start(), match.end(), Optional.of(statement.id())),
                Set.of(),
                "Reworded: a sentence that " + statement.says() + "."));
      }
    }
  }

  /** A signal that came or went in a sentence that makes a statement on both sides. */
  private record SignalChange(Match<Signal> match, Statement statement) {

    boolean isLike(SignalChange other) {
      return match.meaning() == other.match.meaning() && statement.equals(other.statement);
    }
  }

  /** Conditions, limits and the like that came or went in a sentence that both sides have. */
  private static List<SignalChange> signals(Reading here, List<Span> changed, Reading there) {
    List<SignalChange> found = new ArrayList<>();
    for (Match<Signal> match : here.signals()) {
      if (Span.hold(changed, match.start(), match.end())) {
        here.saidIn(match.sentence()).stream()
            .filter(there::says)
            .findFirst()
            .ifPresent(statement -> found.add(new SignalChange(match, statement)));
      }
    }
    return found;
  }

  /** One that gave way to another of its kind ("do not", "don't") changes nothing. */
  private void signals(
      Reading here, List<SignalChange> changes, List<SignalChange> others, boolean appears) {
    for (SignalChange change : changes) {
      if (others.stream().noneMatch(change::isLike)) {
        signal(here, change.match(), change.statement(), appears).ifPresent(effects::add);
      }
    }
  }

  private static Optional<Effect> signal(
      Reading here, Match<Signal> match, Statement statement, boolean appears) {
    Optional<Serves> serves = serves(match.meaning(), statement);
    if (serves.isEmpty()) {
      return Optional.empty();
    }
    boolean adverse = (serves.get() == Serves.PLATFORM) == appears;
    boolean discretion = match.meaning() == Signal.DISCRETION;
    return Optional.of(
        SignalEffects.of(
                here,
                match,
                appears,
                adverse,
                statement.category(),
                Effect.severity(statement.level()),
                "that " + statement.says())
            .atMost(discretion && adverse ? Severity.HIGH : Severity.MEDIUM));
  }

  /** Whom a signal serves in a sentence that says something for one side. */
  private static Optional<Serves> serves(Signal signal, Statement statement) {
    return switch (signal) {
      case CONDITION, LIMIT, NEGATION -> Optional.of(other(statement.serves()));
      case SCOPE, DISCRETION -> Optional.of(statement.serves());
      case OBLIGATION,
          PERMISSION,
          PROHIBITION,
          PLATFORM,
          USER,
          RETROACTIVE,
          EFFECTIVE,
          LEGAL_FORM,
          ADDRESS ->
          Optional.empty();
    };
  }

  private static Serves other(Serves serves) {
    return serves == Serves.PLATFORM ? Serves.USER : Serves.PLATFORM;
  }

  private static Span.Side side(boolean appears) {
    return appears ? Span.Side.AFTER : Span.Side.BEFORE;
  }
}
