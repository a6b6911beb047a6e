package io.clausestream.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that no lawyer writes: what is kept is bounded, and they are gone through. */
class FollowerBoundsTest {

  private static final int MANY = 10_000;

  @Test
  void ofTenThousandHeadingsTheFirstAreFollowed() {
    History history = new History(headings("Part"));

    List<ProvisionChange> changes = history.then(1, headings("Chapter"));

    assertThat(history.provisions().tracked()).hasSize(Provisions.MAX_TRACKED);
    assertThat(history.provisions().removed().size()).isLessThanOrEqualTo(Provisions.MAX_REMOVED);
    assertThat(changes).anyMatch(change -> change.provisionId().isEmpty());
  }

  @Test
  void tenThousandRewordedClausesAreFollowed() {
    String text = Many.clauses(0, MANY);
    History history = History.of(text);
    List<String> ids = history.ids();

    history.then(1, text.replace("never rules", "shall always rule over"));

    assertThat(history.ids()).isEqualTo(ids);
  }

  @Test
  void tenThousandEqualClausesHaveIdsOfTheirOwn() {
    List<Block> same = Collections.nCopies(MANY, Block.of(BlockKind.PARAGRAPH, "All the same."));
    History history = new History(same);
    List<String> ids = history.ids();

    history.then(1, same.subList(0, MANY - 1));

    assertThat(new HashSet<>(ids)).hasSize(Provisions.MAX_TRACKED);
    assertThat(history.ids()).isEqualTo(ids);
  }

  @Test
  void aProvisionThatIsFollowedStaysSoBehindManyNewOnes() {
    History history = History.of("# Terms\nOnly this clause was ever there before.");
    String id = history.ids().get(0);

    history.then(1, Many.clauses(0, 3_000) + "# Terms\nOnly this clause was ever there before.");

    assertThat(history.provisions().tracked()).hasSize(Provisions.MAX_TRACKED);
    assertThat(history.ids()).last().isEqualTo(id);
  }

  @Test
  void aBlockOfFiveMegabytesIsFollowed() {
    String huge = "we may share data ".repeat((5 << 20) / 18);
    History history = History.of(huge + "30 days.");
    List<String> ids = history.ids();

    List<ProvisionChange> changes = history.then(1, huge + "90 days.");

    assertThat(history.ids()).isEqualTo(ids);
    assertThat(changes).extracting(ProvisionChange::lineage).containsExactly(Lineage.REWORDED);
  }

  private static List<Block> headings(String word) {
    return IntStream.range(0, MANY)
        .mapToObj(
            i -> new Block(BlockKind.HEADING, 1 + i % 6, word + " " + (char) (i % 90 + 300) + i))
        .toList();
  }
}
