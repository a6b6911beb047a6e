package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.provision.Lineage;
import io.clausestream.core.provision.Provision;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.provision.Provisions;
import io.clausestream.core.severity.AssessedProvision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Provisions are kept beside the text in force, whatever made it that. */
class ProvisionLogTest {

  private static final String DOCUMENT = "Example/Privacy Policy";
  private static final String EDITED = SamplePages.POLICY.replace("30&nbsp;days", "90 days");

  private final DetectorHarness harness = new DetectorHarness();

  @Test
  void aChangeTellsTheProvisionThatItTouches() {
    harness.fetch(0, SamplePages.POLICY);
    List<String> ids = ids();

    harness.fetch(24, EDITED);

    List<ProvisionChange> provisions = provisions();
    assertThat(provisions).extracting(ProvisionChange::lineage).containsExactly(Lineage.REWORDED);
    assertThat(ids).contains(provisions.get(0).provisionId().orElseThrow());
    assertThat(provisions.get(0).firstSeen()).isEqualTo(DetectorHarness.at(0));
    assertThat(provisions.get(0).lastChanged()).isEqualTo(DetectorHarness.at(24));
    assertThat(provisions.get(0).hunks())
        .isEqualTo(List.of(harness.changes().get(0).assessment().blocks().get(0).hunk()));
    assertThat(ids()).isEqualTo(ids);
  }

  @Test
  void anUnchangedPageLeavesThemAsTheyAre() {
    harness.fetch(0, SamplePages.POLICY);
    Provisions first = known();

    harness.fetch(24, SamplePages.POLICY);

    assertThat(known()).isSameAs(first);
  }

  @Test
  void stateThatKeptNoneStartsWithTheTextInForce() {
    harness.fetch(0, SamplePages.POLICY);
    List<String> ids = ids();
    harness.state().putProvisions(DOCUMENT, Provisions.EMPTY);

    harness.fetch(24, EDITED);

    assertThat(ids()).isEqualTo(ids);
    assertThat(provisions())
        .allSatisfy(p -> assertThat(p.firstSeen()).isEqualTo(DetectorHarness.at(0)));
  }

  @Test
  void aTextThatOtherRulesMadeKeepsTheIds() {
    harness.fetchByThePreviousRelease(0, SamplePages.POLICY);
    List<String> ids = ids();

    harness.fetchUpgraded(6, EDITED);

    assertThat(harness.changes()).hasSize(1);
    assertThat(ids()).isEqualTo(ids);
  }

  @Test
  void aCaptureThatWaitsIsFollowedWhenItIsInForce() {
    harness.fetch(0, SamplePages.POLICY);
    Provisions first = known();
    String emptied = SamplePages.POLICY.replaceAll("(?s)<h2>.*</main>", "</main>");

    harness.fetch(24, emptied);
    assertThat(known()).isSameAs(first);
    harness.fetch(25, emptied);

    int blocks = harness.state().text(DOCUMENT).size();
    assertThat(known().tracked()).allSatisfy(p -> assertThat(p.clause()).isLessThan(blocks));
  }

  private Provisions known() {
    return harness.state().provisions(DOCUMENT);
  }

  private List<String> ids() {
    return known().tracked().stream().map(Provision::id).toList();
  }

  private List<ProvisionChange> provisions() {
    return harness.changes().get(0).assessment().provisions().stream()
        .map(AssessedProvision::change)
        .toList();
  }
}
