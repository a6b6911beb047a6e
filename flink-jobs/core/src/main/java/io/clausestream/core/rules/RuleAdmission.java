package io.clausestream.core.rules;

import io.clausestream.core.rules.RuleRefusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a version of the rules comes into effect. Reads no clock: the only time is that
 * of the requests' carrier, so that the same requests are always decided alike. Immutable and
 * thread-safe.
 *
 * <p>So that state stays bounded, at most {@link #MAX_VERSIONS} admitted versions are kept. One
 * more displaces the oldest, once that has been superseded for {@link #SUPERSEDED}: longer than any
 * fetch is kept or waits. Until then, one more is refused.
 */
public final class RuleAdmission {

  /** Most admitted versions that are kept. */
  public static final int MAX_VERSIONS = 64;

  /** How long a version must have been superseded before it may go. */
  public static final Duration SUPERSEDED = Duration.ofDays(30);

  private static final int SHOWN_FAULTS = 3;

  private final RuleSet shipped;
  private final Duration guard;

  /**
   * An admission.
   *
   * @param shipped the version that holds from the beginning
   * @param guard how far ahead of its effect a version must be recorded
   */
  public RuleAdmission(RuleSet shipped, Duration guard) {
    this.shipped = shipped;
    this.guard = guard;
  }

  /**
   * What becomes of a request.
   *
   * @param admitted the version, when it comes into effect
   * @param known whether the version was admitted before, so that nothing new is to be told
   * @param displaced the oldest version, when it goes for this one
   * @param refusal why not, when it does not
   */
  public record Decision(
      Optional<RuleSet> admitted,
      boolean known,
      Optional<KnownVersion> displaced,
      Optional<RuleRefusal> refusal) {

    private static Decision refused(Reason reason, String detail) {
      return new Decision(
          Optional.empty(), false, Optional.empty(), Optional.of(new RuleRefusal(reason, detail)));
    }
  }

  /** Whether there is anything to decide: other sets are refused without a look at their state. */
  public boolean isKnown(String ruleSetId) {
    return shipped.id().equals(ruleSetId);
  }

  /**
   * Decides.
   *
   * @param admitted the versions that were admitted before, oldest first
   */
  public Decision decide(RuleRequest request, List<KnownVersion> admitted) {
    if (!isKnown(request.ruleSetId())) {
      return Decision.refused(
          Reason.UNKNOWN_RULE_SET,
          "There is no rule set '"
              + FileEntry.shorten(request.ruleSetId())
              + "'; the id must be '"
              + shipped.id()
              + "'.");
    }
    RuleReading reading = RuleFile.read(request.text());
    if (reading.ruleSet().isEmpty()) {
      return Decision.refused(Reason.FAULTY_RULES, faults(reading));
    }
    return decide(request, reading.ruleSet().get(), admitted);
  }

  private Decision decide(RuleRequest request, RuleSet rules, List<KnownVersion> admitted) {
    if (!rules.id().equals(request.ruleSetId())
        || !rules.version().equals(request.version())
        || rules.effectiveFrom().toEpochMilli() != request.effectiveFrom().toEpochMilli()) {
      return Decision.refused(
          Reason.REQUEST_DIFFERS,
          "The request is for %s@%s from %s, the file holds %s from %s; make them the same."
              .formatted(
                  request.ruleSetId(),
                  FileEntry.shorten(request.version()),
                  request.effectiveFrom(),
                  rules.key(),
                  rules.effectiveFrom()));
    }
    Optional<KnownVersion> known = known(rules.version(), admitted);
    if (known.isPresent()) {
      return known.get().digest().equals(rules.digest())
          ? new Decision(Optional.of(rules), true, Optional.empty(), Optional.empty())
          : Decision.refused(
              Reason.VERSION_TAKEN,
              "Version '%s' is in use with other content; raise 'version'."
                  .formatted(rules.version()));
    }
    return refusalOfTime(request, rules, admitted).orElseGet(() -> admit(request, rules, admitted));
  }

  private Optional<KnownVersion> known(String version, List<KnownVersion> admitted) {
    return version.equals(shipped.version())
        ? Optional.of(KnownVersion.of(shipped))
        : admitted.stream().filter(one -> one.version().equals(version)).findFirst();
  }

  private Optional<Decision> refusalOfTime(
      RuleRequest request, RuleSet rules, List<KnownVersion> admitted) {
    Instant earliest = request.recordedAt().plus(guard);
    if (rules.effectiveFrom().isBefore(earliest)) {
      return Optional.of(
          Decision.refused(
              Reason.TOO_SOON,
              "'effectiveFrom' is %s, but the request was recorded at %s and must be there %s ahead; set it to %s or later."
                  .formatted(rules.effectiveFrom(), request.recordedAt(), words(guard), earliest)));
    }
    Instant newest =
        admitted.isEmpty() ? Instant.EPOCH : admitted.get(admitted.size() - 1).effectiveFrom();
    if (!admitted.isEmpty() && !rules.effectiveFrom().isAfter(newest)) {
      return Optional.of(
          Decision.refused(
              Reason.BEFORE_NEWEST,
              "'effectiveFrom' is %s, but version '%s' holds from %s; set it later than that."
                  .formatted(
                      rules.effectiveFrom(), admitted.get(admitted.size() - 1).version(), newest)));
    }
    return Optional.empty();
  }

  private static Decision admit(RuleRequest request, RuleSet rules, List<KnownVersion> admitted) {
    if (admitted.size() < MAX_VERSIONS) {
      return new Decision(Optional.of(rules), false, Optional.empty(), Optional.empty());
    }
    Instant mayGo = admitted.get(1).effectiveFrom().plus(SUPERSEDED);
    if (mayGo.isAfter(request.recordedAt())) {
      return Decision.refused(
          Reason.TOO_MANY_VERSIONS,
          "%d versions are kept, and the oldest, '%s', may still be needed; ask again after %s."
              .formatted(admitted.size(), admitted.get(0).version(), mayGo));
    }
    return new Decision(Optional.of(rules), false, Optional.of(admitted.get(0)), Optional.empty());
  }

  private static String faults(RuleReading reading) {
    String first =
        reading.faults().stream()
            .limit(SHOWN_FAULTS)
            .map(RuleFault::toString)
            .collect(Collectors.joining("; "));
    int more = reading.faultCount() - Math.min(SHOWN_FAULTS, reading.faults().size());
    return "The rules have "
        + reading.faultCount()
        + (reading.faultCount() == 1 ? " fault: " : " faults: ")
        + first
        + (more > 0 ? "; and " + more + " more" : "")
        + ". 'clausestream rules lint' tells all of them.";
  }

  private static String words(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " minutes"
        : duration.toSeconds() + " seconds";
  }
}
