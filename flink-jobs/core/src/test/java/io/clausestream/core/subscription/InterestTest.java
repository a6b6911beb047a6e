package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChangeFacts.ProvisionFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterestTest {

  private static final ProvisionFacts SHARING =
      new ProvisionFacts(
          Optional.of("p1"), Severity.HIGH, Direction.ADVERSE, List.of("data-sharing"));
  private static final ProvisionFacts RIGHTS =
      new ProvisionFacts(
          Optional.of("p2"), Severity.LOW, Direction.PROTECTIVE, List.of("user-rights"));
  private static final ChangeFacts CHANGE =
      new ChangeFacts(
          "Marrowby",
          "marrowby/privacy",
          "Privacy Policy",
          Severity.HIGH,
          Direction.ADVERSE,
          List.of("data-sharing", "user-rights"),
          List.of(SHARING, RIGHTS));

  @Test
  void eachConditionAloneLeavesOutWhatDoesNotMeetIt() {
    assertThat(Interest.in(Set.of("Marrowby")).wants(CHANGE)).isTrue();
    assertThat(Interest.in(Set.of(Interest.ALL)).wants(CHANGE)).isTrue();
    assertThat(Interest.in(Set.of("Quillstead")).wants(CHANGE)).isFalse();
    assertThat(interest(Set.of("Terms"), Set.of(), Severity.LOW, Set.of(), false).wants(CHANGE))
        .isFalse();
    assertThat(interest(Set.of(), Set.of("fees"), Severity.LOW, Set.of(), false).wants(CHANGE))
        .isFalse();
    assertThat(
            interest(Set.of(), Set.of(), Severity.LOW, Set.of(Direction.PROTECTIVE), false)
                .wants(CHANGE))
        .isFalse();
  }

  @Test
  void atTheLevelOfProvisionsOneProvisionMustMeetAll() {
    Set<String> rights = Set.of("user-rights");

    assertThat(interest(Set.of(), rights, Severity.HIGH, Set.of(), false).wants(CHANGE)).isTrue();
    assertThat(interest(Set.of(), rights, Severity.HIGH, Set.of(), true).wants(CHANGE)).isFalse();
    assertThat(interest(Set.of(), rights, Severity.LOW, Set.of(), true).wants(CHANGE)).isTrue();
  }

  @Test
  void namedProvisionsMustBeTouched() {
    assertThat(provisions(Set.of("p2"), Set.of()).wants(CHANGE)).isTrue();
    assertThat(provisions(Set.of("p3"), Set.of()).wants(CHANGE)).isFalse();
    assertThat(provisions(Set.of("p2"), Set.of(mute("p2"))).wants(CHANGE)).isFalse();
  }

  @Test
  void aChangeOfMutedProvisionsAloneIsNotTold() {
    assertThat(provisions(Set.of(), Set.of(mute("p1"))).wants(CHANGE)).isTrue();
    assertThat(provisions(Set.of(), Set.of(mute("p1"), mute("p2"))).wants(CHANGE)).isFalse();
    assertThat(
            provisions(Set.of(), Set.of(new Mute("marrowby/privacy", Optional.empty())))
                .wants(CHANGE))
        .isFalse();
  }

  private static Mute mute(String provisionId) {
    return new Mute("marrowby/privacy", Optional.of(provisionId));
  }

  private static Interest provisions(Set<String> provisionIds, Set<Mute> mutes) {
    return new Interest(
        Set.of(Interest.ALL),
        Set.of(),
        Set.of(),
        Severity.LOW,
        Set.of(),
        false,
        provisionIds,
        mutes);
  }

  private static Interest interest(
      Set<String> documentTypes,
      Set<String> categories,
      Severity minimum,
      Set<Direction> directions,
      boolean provisionLevel) {
    return new Interest(
        Set.of(Interest.ALL),
        documentTypes,
        categories,
        minimum,
        directions,
        provisionLevel,
        Set.of(),
        Set.of());
  }
}
