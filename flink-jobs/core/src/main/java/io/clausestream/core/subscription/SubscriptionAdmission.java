package io.clausestream.core.subscription;

import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;

/**
 * Says which terms are admitted. It looks at the request alone, not at what was before, so that the
 * last request of each subscriber is enough to know all. Pure and thread-safe; throws for nothing
 * that somebody asks for.
 */
public final class SubscriptionAdmission {

  private final Plans plans;

  /**
   * What became of a request: one of the two.
   *
   * @param admitted the subscription
   * @param refusal why there is none
   */
  public record Decision(Optional<Subscription> admitted, Optional<SubscriptionRefusal> refusal) {

    private static Decision refused(SubscriptionRefusal refusal) {
      return new Decision(Optional.empty(), Optional.of(refusal));
    }
  }

  /** Admits by these plans. */
  public SubscriptionAdmission(Plans plans) {
    this.plans = plans;
  }

  /**
   * Decides on a request.
   *
   * @param recordedAt when it was recorded: its terms hold from then on if it names no instant
   */
  public Decision decide(SubscriptionRequest request, Instant recordedAt) {
    Instant validFrom = request.validFrom().orElse(recordedAt);
    RequestedTerms terms = request.terms();
    return checkId(request.subscriberId())
        .or(() -> checkValidFrom(validFrom, recordedAt))
        .or(() -> TermsCheck.check(terms))
        .or(() -> checkPlan(terms))
        .map(Decision::refused)
        .orElseGet(() -> admitted(request.subscriberId(), terms, validFrom));
  }

  /** Why a text cannot be the id of a subscriber; empty when it can. */
  public static Optional<SubscriptionRefusal> checkId(String subscriberId) {
    return Names.isName(subscriberId)
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.SUBSCRIBER_ID,
                "%s can be no subscriberId; use 1 to %d characters without control characters.",
                Names.quoted(subscriberId),
                Names.LONGEST));
  }

  private static Optional<SubscriptionRefusal> checkValidFrom(Instant from, Instant recordedAt) {
    if (from.isBefore(Instant.EPOCH)) {
      return Optional.of(
          SubscriptionRefusal.of(
              Reason.VALID_FROM,
              "The validFrom is %s, before time begins; use 1970-01-01T00:00:00Z for no beginning.",
              from));
    }
    // Terms to come would take the place of those in force, on the topic and for whoever delivers.
    return from.isAfter(recordedAt)
        ? Optional.of(
            SubscriptionRefusal.of(
                Reason.VALID_FROM,
                "The validFrom is %s, ahead of the record at %s; ask for the terms when they shall"
                    + " hold, or leave it out.",
                from,
                recordedAt))
        : Optional.empty();
  }

  /** Whoever is told nothing needs no plan: one can pause and cancel when the plan has shrunk. */
  private Optional<SubscriptionRefusal> checkPlan(RequestedTerms terms) {
    if (!Names.isName(terms.plan())) {
      return Optional.of(unknownPlan(terms));
    }
    if (terms.state() != Terms.State.ACTIVE) {
      return Optional.empty();
    }
    return plans
        .find(terms.plan())
        .map(plan -> PlanCheck.check(terms, plan))
        .orElseGet(() -> Optional.of(unknownPlan(terms)));
  }

  private SubscriptionRefusal unknownPlan(RequestedTerms terms) {
    return SubscriptionRefusal.of(
        Reason.UNKNOWN_PLAN,
        "There is no plan %s; choose %s.",
        Names.quoted(terms.plan()),
        plans.names());
  }

  private Decision admitted(String subscriberId, RequestedTerms terms, Instant validFrom) {
    boolean alerts = plans.find(terms.plan()).filter(Plan::alerts).isPresent();
    return new Decision(
        Optional.of(new Subscription(subscriberId, terms(terms), alerts, validFrom)),
        Optional.empty());
  }

  private static Terms terms(RequestedTerms terms) {
    return new Terms(
        terms.plan(),
        terms.state(),
        new Interest(
            new HashSet<>(terms.platforms()),
            new HashSet<>(terms.documentTypes()),
            new HashSet<>(terms.categories()),
            terms.minimumSeverity(),
            new HashSet<>(terms.directions()),
            terms.provisionLevel(),
            new HashSet<>(terms.provisionIds()),
            new HashSet<>(terms.mutes())),
        terms.channels(),
        terms.language(),
        new DigestTime(
            terms.digest(),
            ZoneId.of(terms.timeZone()),
            DayOfWeek.valueOf(terms.digestDay()),
            terms.digestHour()));
  }
}
