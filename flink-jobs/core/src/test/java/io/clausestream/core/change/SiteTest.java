package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SiteTest {

  private static final Instant NOW = SamplePages.MONDAY;
  private static final LongHashes ASKED = LongHashes.of(new long[] {-1, 0, 1, 2, 99_999});

  @Test
  void furnitureThatWasNotSeenForAYearIsForgotten() {
    Site site =
        Site.EMPTY.sawOnSeveral(Set.of(1L, 2L), NOW).sawOnSeveral(Set.of(2L), NOW.plusSeconds(60));

    assertThat(site.hashes(ASKED, NOW.plus(Site.FURNITURE_AGE).minusSeconds(1)))
        .containsOnly(1L, 2L);
    assertThat(site.hashes(ASKED, NOW.plus(Site.FURNITURE_AGE))).containsOnly(2L);
  }

  @Test
  void theFurnitureSeenLastIsKeptWhenThereIsTooMuch() {
    Set<Long> full = Set.copyOf(LongStream.range(0, Site.MAX_FURNITURE).boxed().toList());
    Site site = Site.EMPTY.sawOnSeveral(full, NOW).sawOnSeveral(Set.of(-1L, 0L), NOW);

    assertThat(site.furniture()).hasSize(Site.MAX_FURNITURE);
    assertThat(site.hashes(ASKED, NOW)).contains(-1L, 0L).doesNotContain(1L);
  }

  @Test
  void aChangeIsToldElsewhereForTwoDaysAndNeverByTheDocumentItself() {
    Site site = Site.EMPTY.tell(new Site.Told("terms", "a", "b", NOW));

    assertThat(site.toldElsewhere("rules", "a", "b", NOW.plus(Site.TOLD_AGE))).isPresent();
    assertThat(site.toldElsewhere("rules", "a", "b", NOW.plus(Site.TOLD_AGE).plusMillis(1)))
        .isEmpty();
    assertThat(site.toldElsewhere("terms", "a", "b", NOW)).isEmpty();
    assertThat(site.toldElsewhere("rules", "b", "a", NOW)).isEmpty();
  }

  @Test
  void theChangesToldLastAreKept() {
    Site site = Site.EMPTY;
    for (int i = 0; i <= Site.MAX_TOLD; i++) {
      site = site.tell(new Site.Told("document " + i, "a", "b", NOW));
    }

    assertThat(site.told()).hasSize(Site.MAX_TOLD);
    assertThat(site.told().get(0).documentId()).isEqualTo("document 1");
    assertThat(
            site.tell(new Site.Told("later", "a", "b", NOW.plus(Site.SPLIT_AGE).plusMillis(1)))
                .told())
        .extracting(Site.Told::documentId)
        .isEqualTo(List.of("later"));
  }

  @Test
  void whatWasToldOfASharedTextIsKnownUntilTheLastDocumentHasLeftIt() {
    Site site = Site.EMPTY.tell(new Site.Told("terms", "shared", "terms alone", NOW));

    assertThat(site.toldOfShared("cookies", "shared", NOW.plus(Site.SPLIT_AGE))).isTrue();
    assertThat(site.toldOfShared("cookies", "shared", NOW.plus(Site.SPLIT_AGE).plusMillis(1)))
        .isFalse();
    assertThat(site.toldOfShared("terms", "shared", NOW)).as("its own change").isFalse();
    assertThat(site.toldOfShared("cookies", "another", NOW)).isFalse();
    assertThat(site.toldElsewhere("cookies", "shared", "terms alone", NOW.plus(Site.SPLIT_AGE)))
        .as("the same change, but not in one round")
        .isEmpty();
  }

  @Test
  void theReturnsOfARoundAreThoseWithinATimeBeforeAndAfter() {
    Duration round = Duration.ofHours(1);
    Site site =
        Site.EMPTY
            .sawReturn("terms", NOW)
            .sawReturn("rules", NOW.plus(round))
            .sawReturn("cookies", NOW.plus(round).plusMillis(1));

    assertThat(site.returnedAround(NOW, round)).containsOnly("terms", "rules");
    assertThat(site.returnedAround(NOW.plus(round), round))
        .containsOnly("terms", "rules", "cookies");
  }

  @Test
  void theReturnsSeenLastAreKeptOnceEach() {
    Site site = Site.EMPTY;
    for (int i = 0; i <= Site.MAX_RETURNS; i++) {
      site = site.sawReturn("document " + i, NOW).sawReturn("document " + i, NOW);
    }

    assertThat(site.returns()).hasSize(Site.MAX_RETURNS);
    assertThat(site.returns().get(0).documentId()).isEqualTo("document 1");
  }
}
