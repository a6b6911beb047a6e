package io.clausestream.core.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private static final String LOGS = "We keep chat logs for 30 days after you delete them.";
  private static final String RIGHTS = "You may ask us for a copy of your personal data.";
  private static final String COURT = "The courts of Utopia decide any dispute between us.";
  private static final String TERMS =
      """
      # Terms
      ## 1. Retention
      %s
      ## 2. Rights
      %s
      ## 3. Disputes
      %s
      """
          .formatted(LOGS, RIGHTS, COURT);

  @Test
  void aRewordedProvisionKeepsItsIdAndIsDated() {
    History history = History.of(TERMS);
    String id = history.id(LOGS);
    String now = "We keep chat logs for 90 days after you have deleted them.";

    List<ProvisionChange> changes = history.then(7, TERMS.replace(LOGS, now));

    assertThat(changes).hasSize(1);
    ProvisionChange change = changes.get(0);
    assertThat(change.lineage()).isEqualTo(Lineage.REWORDED);
    assertThat(change.provisionId()).contains(id);
    assertThat(change.before().orElseThrow().text()).isEqualTo(LOGS);
    assertThat(change.after().orElseThrow().text()).isEqualTo(now);
    assertThat(change.firstSeen()).isEqualTo(History.START);
    assertThat(change.lastChanged()).isEqualTo(History.at(7));
    assertThat(history.provision(now).lastChanged()).isEqualTo(History.at(7));
    assertThat(history.provision(RIGHTS).lastChanged()).isEqualTo(History.START);
  }

  @Test
  void aRenumberedProvisionIsKept() {
    History history = History.of("# Terms\n4.1 " + LOGS + "\n4.2 " + RIGHTS);
    List<String> ids = history.ids();

    List<ProvisionChange> changes = history.then(7, "# Terms\n5.1 " + LOGS + "\n5.2 " + RIGHTS);

    assertThat(changes)
        .extracting(ProvisionChange::lineage)
        .containsExactly(Lineage.KEPT, Lineage.KEPT);
    assertThat(history.ids()).isEqualTo(ids);
    assertThat(history.provisions().tracked())
        .allSatisfy(p -> assertThat(p.lastChanged()).isEqualTo(History.START));
  }

  @Test
  void sectionsThatAreRenumberedKeepTheirProvisions() {
    History history = History.of(TERMS);
    String id = history.id(RIGHTS);

    List<ProvisionChange> changes =
        history.then(
            7,
            TERMS
                .replace("## 2.", "## 1a. Scope\nThese terms bind whoever reads them.\n## 3.")
                .replace("## 3. Disputes", "## 4. Disputes"));

    assertThat(history.id(RIGHTS)).isEqualTo(id);
    assertThat(changes)
        .extracting(ProvisionChange::lineage)
        .containsExactly(Lineage.ADDED, Lineage.KEPT, Lineage.KEPT);
  }

  @Test
  void aMovedProvisionKeepsItsId() {
    History history = History.of(TERMS);
    String id = history.id(LOGS);

    List<ProvisionChange> changes =
        history.then(7, "# Terms\n## Rights\n" + RIGHTS + "\n## Disputes\n" + COURT + "\n" + LOGS);

    assertThat(history.id(LOGS)).isEqualTo(id);
    assertThat(changes)
        .filteredOn(c -> c.provisionId().orElseThrow().equals(id))
        .extracting(ProvisionChange::lineage)
        .containsExactly(Lineage.MOVED);
  }

  @Test
  void aRewordedHeadingIsToldWithItsFirstProvision() {
    History history = History.of(TERMS);
    String id = history.id(RIGHTS);

    List<ProvisionChange> changes =
        history.then(7, TERMS.replace("2. Rights", "2. Rights and choices"));

    assertThat(changes)
        .extracting(c -> c.provisionId().orElseThrow(), ProvisionChange::lineage)
        .containsExactly(tuple(id, Lineage.REWORDED));
  }

  @Test
  void theLargerPartOfASplitProvisionKeepsTheId() {
    String large = "We keep chat logs, voice recordings and pictures for 30 days on our servers.";
    String small = "Backups of them go after one more week.";
    History history = History.of("# Terms\n" + large + " " + small + "\n" + RIGHTS);
    String id = history.id(large + " " + small);

    List<ProvisionChange> changes =
        history.then(7, "# Terms\n" + small + "\n" + large + "\n" + RIGHTS);

    assertThat(history.id(large)).isEqualTo(id);
    assertThat(history.id(small)).isNotEqualTo(id);
    assertThat(changes)
        .extracting(ProvisionChange::lineage)
        .containsExactlyInAnyOrder(Lineage.ADDED, Lineage.REWORDED);
  }

  @Test
  void whenTwoProvisionsBecomeOneTheLargerGoesOn() {
    String large = "We keep chat logs, voice recordings and pictures for 30 days on our servers.";
    String small = "Backups of them go after one more week.";
    History history = History.of("# Terms\n" + small + "\n" + large + "\n" + RIGHTS);
    String largeId = history.id(large);
    String smallId = history.id(small);

    List<ProvisionChange> changes =
        history.then(7, "# Terms\n" + large + " " + small + "\n" + RIGHTS);

    assertThat(history.id(large + " " + small)).isEqualTo(largeId);
    assertThat(changes)
        .extracting(c -> c.provisionId().orElseThrow(), ProvisionChange::lineage)
        .containsExactlyInAnyOrder(
            tuple(largeId, Lineage.REWORDED), tuple(smallId, Lineage.REMOVED));
  }

  @Test
  void aRemovedProvisionThatReturnsGetsItsIdBack() {
    History history = History.of(TERMS);
    String id = history.id(RIGHTS);

    List<ProvisionChange> gone = history.then(7, TERMS.replace(RIGHTS + "\n", ""));
    assertThat(history.byText()).doesNotContainKey(RIGHTS);
    List<ProvisionChange> back = history.then(14, TERMS);

    assertThat(gone)
        .filteredOn(c -> c.lineage() == Lineage.REMOVED)
        .extracting(c -> c.provisionId().orElseThrow())
        .containsExactly(id);
    assertThat(history.id(RIGHTS)).isEqualTo(id);
    assertThat(history.provision(RIGHTS).firstSeen()).isEqualTo(History.START);
    assertThat(back)
        .filteredOn(c -> c.lineage() == Lineage.ADDED)
        .extracting(c -> c.provisionId().orElseThrow())
        .containsExactly(id);
    assertThat(history.provisions().removed()).noneMatch(p -> p.id().equals(id));
  }

  @Test
  void aRemovedProvisionIsForgottenAfterAYear() {
    History history = History.of(TERMS);
    history.then(7, TERMS.replace(RIGHTS + "\n", ""));
    assertThat(history.provisions().removed()).hasSize(1);

    history.then(7 + 366, TERMS.replace(RIGHTS + "\n", "").replace("30 days", "60 days"));

    assertThat(history.provisions().removed()).isEmpty();
  }

  @Test
  void theLastOfManyRemovedProvisionsAreRemembered() {
    History history = History.of(Many.clauses(0, 300));

    history.then(7, Many.clauses(0, 100));

    assertThat(history.provisions().removed()).hasSize(Provisions.MAX_REMOVED);
    assertThat(history.provisions().tracked()).hasSize(100);
  }

  @Test
  void equalClausesAreToldApartByWhatStandsBeforeThem() {
    String same = "This does not limit your rights.";
    String text = "# Terms\n" + LOGS + "\n" + same + "\n" + COURT + "\n" + same + "\n" + same;
    History history = History.of(text);
    List<String> ids = history.ids();
    assertThat(new HashSet<>(ids)).hasSize(5);

    List<ProvisionChange> changes =
        history.then(7, text.replace(LOGS + "\n" + same + "\n", LOGS + "\n"));

    assertThat(changes)
        .extracting(c -> c.provisionId().orElseThrow(), ProvisionChange::lineage)
        .containsExactly(tuple(ids.get(1), Lineage.REMOVED));
    assertThat(history.ids()).containsExactly(ids.get(0), ids.get(2), ids.get(3), ids.get(4));
  }

  @Test
  void aNewClauseWithTheFirstWordsOfARewordedOneGetsAnotherId() {
    History history = History.of(TERMS);
    String id = history.id(LOGS);
    String now = "We keep chat logs for 90 days after you delete them, and voice logs too.";
    history.then(7, TERMS.replace(LOGS, now));

    history.then(14, TERMS.replace(LOGS, now + "\n" + LOGS));

    assertThat(history.id(now)).isEqualTo(id);
    assertThat(history.id(LOGS)).isNotEqualTo(id);
  }

  @Test
  void aChangedRowOfATableIsOneProvision() {
    String table = "# Terms\n| Data | Kept for\n| Logs | 30 days\n| Chats | 60 days\n";
    History history = History.of(table);
    String id = history.id("| Chats | 60 days");

    List<ProvisionChange> changes =
        history.then(7, table.replace("60", "90").replace("| Logs", "| Voice | 7 days\n| Logs"));

    assertThat(history.id("| Chats | 90 days")).isEqualTo(id);
    assertThat(changes)
        .extracting(ProvisionChange::lineage)
        .containsExactly(Lineage.ADDED, Lineage.REWORDED);
  }

  @Test
  void eachToldBlockBelongsToOneProvision() {
    List<Block> before = Lines.blocks(Many.clauses(0, 60) + TERMS);
    List<Block> after =
        Lines.blocks(
            TERMS.replace("30 days", "90 days") + Many.clauses(20, 70).replace("never", "always"));
    List<Hunk> told = BlockDiff.between(before, after);
    Provisions known = Follower.first("Example/Terms", before, History.START);

    List<ProvisionChange> changes =
        Follower.follow("Example/Terms", before, known, after, History.at(1), told).changes();

    assertThat(changes.stream().flatMap(c -> c.hunks().stream()))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void aDifferenceThatIsNotToldIsFollowedButDatesNothing() {
    List<Block> before = Lines.blocks(TERMS);
    List<Block> after = Lines.blocks(TERMS.replace("30 days", "90 days"));
    Provisions known = Follower.first("Example/Terms", before, History.START);

    Followed followed =
        Follower.follow("Example/Terms", before, known, after, History.at(1), List.of());

    assertThat(followed.changes()).isEmpty();
    assertThat(followed.now().tracked())
        .extracting(Provision::id)
        .containsExactlyElementsOf(known.tracked().stream().map(Provision::id).toList());
    assertThat(followed.now().tracked())
        .allSatisfy(p -> assertThat(p.lastChanged()).isEqualTo(History.START));
  }

  @Test
  void provisionsOfATextThatWasCutOtherwiseAreAlignedByTheirWords() {
    List<Block> text = Lines.blocks(TERMS);
    Provisions known = Follower.first("Example/Terms", text, History.START);
    Provisions shifted =
        new Provisions(
            known.tracked().stream()
                .map(
                    p ->
                        new Provision(
                            p.id(), p.clause() + 5, p.key(), p.firstSeen(), p.lastChanged()))
                .toList(),
            List.of());

    Followed followed =
        Follower.follow("Example/Terms", text, shifted, text, History.at(1), List.of());

    assertThat(followed.now()).isEqualTo(known);
  }
}
