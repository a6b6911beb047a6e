package io.clausestream.core.severity;

import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Effects of single words that turn, narrow or widen a sentence. */
final class SignalEffects {

  private SignalEffects() {}

  /**
   * The effect of a signal that came or went.
   *
   * @param here the side that it stands on
   * @param appears whether it came
   * @param adverse whether that is against the user
   * @param category id of the category of its sentence
   * @param severity how severe that is
   * @param sentence what its sentence is, as the end of "in a sentence ..."
   */
  static Effect of(
      Reading here,
      Match<Signal> match,
      boolean appears,
      boolean adverse,
      String category,
      Severity severity,
      String sentence) {
    String ruleId = ruleId(match.meaning());
    String words = here.tokens().text().substring(match.start(), match.end());
    Span.Side side = appears ? Span.Side.AFTER : Span.Side.BEFORE;
    return new Effect(
        ruleId,
        category,
        Optional.empty(),
        appears,
        adverse ? Direction.ADVERSE : Direction.PROTECTIVE,
        severity,
        new Span(side, match.start(), match.end(), Optional.of(ruleId)),
        Set.of(),
        (appears ? "New: '" : "Gone: '") + words + "' in a sentence " + sentence + ".");
  }

  private static String ruleId(Signal signal) {
    return "signal." + signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
