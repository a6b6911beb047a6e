package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.rules.RuleAdmission.Decision;
import io.clausestream.core.rules.RuleRefusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleAdmissionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final Duration GUARD = Duration.ofMinutes(10);
  private static final Instant SOON = NOW.plus(GUARD);

  private final RuleAdmission admission =
      new RuleAdmission(RuleFile.read(SampleRules.version("1", Instant.EPOCH)).orThrow(), GUARD);

  @Test
  void aVersionIsAdmittedAGuardTimeAhead() {
    Decision decision = decide("2", SOON);

    assertThat(decision.refusal()).isEmpty();
    assertThat(decision.known()).isFalse();
    assertThat(decision.admitted().orElseThrow().key()).isEqualTo("governance@2");
  }

  @Test
  void aVersionThatWouldHoldTooSoonIsRefusedWithTheInstantThatWouldDo() {
    assertThat(decide("2", SOON.minusMillis(1)).refusal())
        .contains(
            new RuleRefusal(
                Reason.TOO_SOON,
                "'effectiveFrom' is 2026-03-02T06:09:59.999Z, but the request was recorded at"
                    + " 2026-03-02T06:00:00Z and must be there 10 minutes ahead; set it to"
                    + " 2026-03-02T06:10:00Z or later."));
  }

  @Test
  void theSameContentAgainIsKnownHoweverLateItComes() {
    KnownVersion two = KnownVersion.of(decide("2", SOON).admitted().orElseThrow());

    Decision again =
        admission.decide(
            request("2", SOON, SampleRules.version("2", SOON), NOW.plus(Duration.ofDays(9))),
            List.of(two));

    assertThat(again.known()).isTrue();
    assertThat(again.refusal()).isEmpty();
  }

  @Test
  void aKnownVersionWithOtherContentIsRefused() {
    KnownVersion two = KnownVersion.of(decide("2", SOON).admitted().orElseThrow());

    assertThat(decide("2", SOON.plusSeconds(1), two).refusal())
        .contains(
            new RuleRefusal(
                Reason.VERSION_TAKEN,
                "Version '2' is in use with other content; raise 'version'."));
    assertThat(decide("1", SOON).refusal()).map(RuleRefusal::reason).contains(Reason.VERSION_TAKEN);
  }

  @Test
  void aVersionThatWouldHoldBeforeTheNewestIsRefused() {
    KnownVersion two = new KnownVersion("2", "d", SOON.plusSeconds(60));

    assertThat(decide("3", SOON.plusSeconds(60), two).refusal())
        .contains(
            new RuleRefusal(
                Reason.BEFORE_NEWEST,
                "'effectiveFrom' is 2026-03-02T06:11:00Z, but version '2' holds from"
                    + " 2026-03-02T06:11:00Z; set it later than that."));
    assertThat(decide("3", SOON.plusSeconds(61), two).refusal()).isEmpty();
  }

  @Test
  void anUnknownSetIsRefused() {
    RuleRequest other = new RuleRequest("privacy", "2", SOON, "", NOW);

    assertThat(admission.decide(other, List.of()).refusal())
        .contains(
            new RuleRefusal(
                Reason.UNKNOWN_RULE_SET,
                "There is no rule set 'privacy'; the id must be 'governance'."));
  }

  @Test
  void aRequestThatIsNotForItsFileIsRefused() {
    assertThat(
            admission
                .decide(request("3", SOON, SampleRules.version("2", SOON), NOW), List.of())
                .refusal())
        .map(RuleRefusal::reason)
        .contains(Reason.REQUEST_DIFFERS);
  }

  @Test
  void faultsAreToldTheFirstFewAndTheirNumber() {
    String faulty =
        SampleRules.version("2", SOON)
            .replace("serves: platform", "serves: nobody")
            .replace("weight: high", "weight: heavy")
            .replace("negation", "nay")
            .replace("level: medium", "level: m");

    RuleRefusal refusal =
        admission.decide(request("2", SOON, faulty, NOW), List.of()).refusal().orElseThrow();

    assertThat(refusal.reason()).isEqualTo(Reason.FAULTY_RULES);
    assertThat(refusal.detail())
        .startsWith("The rules have 4 faults: line 7: categories[1] 'data-retention': 'weight' is")
        .endsWith("; and 1 more. 'clausestream rules lint' tells all of them.");
  }

  @Test
  void theOldestOfTooManyVersionsGoesOnceItIsLongSuperseded() {
    List<KnownVersion> full =
        IntStream.range(0, RuleAdmission.MAX_VERSIONS)
            .mapToObj(i -> new KnownVersion("v" + i, "d", NOW.minusSeconds(1000 - i)))
            .toList();

    assertThat(admission.decide(request("2", SOON, NOW), full).refusal())
        .map(RuleRefusal::reason)
        .contains(Reason.TOO_MANY_VERSIONS);

    Instant later = full.get(1).effectiveFrom().plus(RuleAdmission.SUPERSEDED);
    Decision decision = admission.decide(request("2", later.plus(GUARD), later), full);
    assertThat(decision.refusal()).isEmpty();
    assertThat(decision.displaced()).contains(full.get(0));
  }

  private Decision decide(String version, Instant from, KnownVersion... admitted) {
    return admission.decide(request(version, from, NOW), List.of(admitted));
  }

  private static RuleRequest request(String version, Instant from, Instant recordedAt) {
    return request(version, from, SampleRules.version(version, from), recordedAt);
  }

  private static RuleRequest request(
      String version, Instant from, String text, Instant recordedAt) {
    return new RuleRequest("governance", version, from, text, recordedAt);
  }
}
