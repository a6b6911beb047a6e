package io.clausestream.pipeline.topology;

import io.clausestream.core.prevalence.MovementRule;
import io.clausestream.pipeline.cache.CanonicalStore;
import io.clausestream.pipeline.operator.AlertRules;
import io.clausestream.pipeline.operator.PageLimits;
import io.clausestream.pipeline.operator.RuleTexts;
import io.clausestream.pipeline.options.AlertOptions;
import io.clausestream.pipeline.options.SeverityOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the topology can be told.
 *
 * @param endOfHistory up to when deadlines still expire when a bounded input has ended; later ones
 *     stay pending. Empty: all that wait stay pending
 * @param limits what a page may cost
 * @param bridgeUpgrade whether the release before may have written the state, so that its rules
 *     decide on the first fetch of each document
 * @param store what replays before made of the captures of an archive; empty for none
 * @param rules the rules that detection begins with
 * @param guard how far ahead of its effect a version of the rules must be recorded
 * @param movements when moves of several platforms are a movement
 * @param plans text of the file of plans; empty for the shipped ones
 * @param objective how long after the fetch an alert is late
 */
public record DetectionOptions(
    Optional<Instant> endOfHistory,
    PageLimits limits,
    boolean bridgeUpgrade,
    Optional<CanonicalStore> store,
    RuleTexts rules,
    Duration guard,
    MovementRule movements,
    Optional<String> plans,
    Duration objective) {

  /** No end of history, no upgrade, limits without a clock, and what is shipped. */
  public static final DetectionOptions DEFAULT =
      new DetectionOptions(
          Optional.empty(),
          PageLimits.OF_SIZE,
          false,
          Optional.empty(),
          RuleTexts.SHIPPED,
          SeverityOptions.GUARD_TIME.defaultValue(),
          MovementRule.DEFAULT,
          Optional.empty(),
          AlertOptions.OBJECTIVE.defaultValue());

  /** The same for a history that ends at an instant. */
  public DetectionOptions withEndOfHistory(Instant end) {
    return new DetectionOptions(
        Optional.of(end), limits, bridgeUpgrade, store, rules, guard, movements, plans, objective);
  }

  /** The same with other limits. */
  public DetectionOptions withLimits(PageLimits other) {
    return new DetectionOptions(
        endOfHistory, other, bridgeUpgrade, store, rules, guard, movements, plans, objective);
  }

  /** The same for a state that the release before may have written, or not. */
  public DetectionOptions withBridgeUpgrade(boolean bridge) {
    return new DetectionOptions(
        endOfHistory, limits, bridge, store, rules, guard, movements, plans, objective);
  }

  /** The same beside a store of canonical pages, or none. */
  public DetectionOptions withStore(Optional<CanonicalStore> other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, other, rules, guard, movements, plans, objective);
  }

  /** The same with other rules to begin with. */
  public DetectionOptions withRules(RuleTexts other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, store, other, guard, movements, plans, objective);
  }

  /** The same with another guard time. */
  public DetectionOptions withGuard(Duration other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, store, rules, other, movements, plans, objective);
  }

  /** The same with another rule of movements. */
  public DetectionOptions withMovements(MovementRule other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, store, rules, guard, other, plans, objective);
  }

  /** The same with other plans. */
  public DetectionOptions withPlans(Optional<String> other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, store, rules, guard, movements, other, objective);
  }

  /** The same with another objective. */
  public DetectionOptions withObjective(Duration other) {
    return new DetectionOptions(
        endOfHistory, limits, bridgeUpgrade, store, rules, guard, movements, plans, other);
  }

  /**
   * What of it matching and digests can be told.
   *
   * @param subscribed whether terms and corrections come in
   */
  AlertRules alertRules(boolean subscribed) {
    return new AlertRules(subscribed, objective, endOfHistory);
  }
}
