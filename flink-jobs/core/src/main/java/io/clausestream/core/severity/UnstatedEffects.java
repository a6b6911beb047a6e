package io.clausestream.core.severity;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions, limits and discretion that come or go in a sentence that no statement knows, but in
 * which the platform says what it does about a known subject. "We pass your details on" is worse
 * for the user than the same "only if you agree", whatever the verb.
 */
final class UnstatedEffects {

  private static final Set<Signal> KNOWN =
      Set.of(Signal.CONDITION, Signal.LIMIT, Signal.DISCRETION);

  private UnstatedEffects() {}

  static List<Effect> in(ChangedText text) {
    List<Match<Signal>> came = changed(text.after(), text.inserted());
    List<Match<Signal>> went = changed(text.before(), text.deleted());
    List<Effect> effects = new ArrayList<>();
    came.stream().filter(m -> isAlone(m, went)).forEach(m -> add(text.after(), m, true, effects));
    went.stream().filter(m -> isAlone(m, came)).forEach(m -> add(text.before(), m, false, effects));
    return effects;
  }

  /** Signals among the words that differ, in sentences of which most stays. */
  private static List<Match<Signal>> changed(Reading reading, List<Span> changed) {
    Set<Integer> whole = reading.sentencesMostlyOf(changed);
    return reading.signals().stream()
        .filter(match -> KNOWN.contains(match.meaning()) && !whole.contains(match.sentence()))
        .filter(match -> Span.hold(changed, match.start(), match.end()))
        .filter(match -> reading.saidIn(match.sentence()).isEmpty())
        .filter(match -> isOfThePlatform(reading, match.sentence()))
        .toList();
  }

  private static boolean isAlone(Match<Signal> match, List<Match<Signal>> others) {
    return others.stream().noneMatch(other -> other.meaning() == match.meaning());
  }

  /** Whether the platform is named in a sentence, and no user before it. */
  private static boolean isOfThePlatform(Reading reading, int sentence) {
    return reading.signals().stream()
        .filter(match -> match.sentence() == sentence)
        .filter(match -> match.meaning() == Signal.PLATFORM || match.meaning() == Signal.USER)
        .min(Comparator.comparingInt(Match::start))
        .filter(first -> first.meaning() == Signal.PLATFORM)
        .isPresent();
  }

  private static void add(
      Reading here, Match<Signal> match, boolean appears, List<Effect> effects) {
    subject(here, match.sentence())
        .ifPresent(subject -> effects.add(effect(here, match, subject, appears)));
  }

  /** The weightiest subject of a sentence. */
  private static Optional<Category> subject(Reading reading, int sentence) {
    return reading.categories().stream()
        .filter(match -> match.sentence() == sentence)
        .map(Match::meaning)
        .max(Comparator.comparing(category -> Effect.severity(category.weight())));
  }

  private static Effect effect(
      Reading here, Match<Signal> match, Category subject, boolean appears) {
    boolean discretion = match.meaning() == Signal.DISCRETION;
    boolean adverse = discretion == appears;
    Severity most = discretion && adverse ? Severity.HIGH : Severity.MEDIUM;
    return SignalEffects.of(
            here,
            match,
            appears,
            adverse,
            subject.id(),
            Effect.severity(subject.weight()),
            "of the platform on " + subject.name())
        .atMost(most);
  }
}
