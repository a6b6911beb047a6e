package io.clausestream.connector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySourceTest {

  private static final HistorySplit SPLIT =
      new HistorySplit("Alder", 7, new CapturePosition(3, 1_767_225_600_000L));

  @TempDir private Path folder;

  @Test
  void splitsAndCheckpointsComeBackFromTheirBytes() throws IOException {
    HistorySplitSerializer splits = new HistorySplitSerializer();
    assertThat(splits.deserialize(1, splits.serialize(SPLIT))).isEqualTo(SPLIT);
    HistoryCheckpointSerializer checkpoints = new HistoryCheckpointSerializer();
    HistoryCheckpoint checkpoint =
        new HistoryCheckpoint(
            true, List.of(SPLIT, new HistorySplit("B", 1, CapturePosition.START)));
    assertThat(checkpoints.deserialize(1, checkpoints.serialize(checkpoint))).isEqualTo(checkpoint);
  }

  @Test
  void anUnknownVersionIsRefusedNamingBoth() {
    assertThatThrownBy(() -> new HistorySplitSerializer().deserialize(9, new byte[0]))
        .hasMessageContaining("version 9")
        .hasMessageContaining("reads version 1");
    assertThatThrownBy(() -> new HistoryCheckpointSerializer().deserialize(9, new byte[0]))
        .hasMessageContaining("version 9");
  }

  @Test
  void aRestoredSplitGoesOnAfterWhatWasEmitted() throws IOException {
    try (SnapshotRepository git = new SnapshotRepository(folder)) {
      for (int day = 1; day <= 5; day++) {
        git.put("Alder/Terms.html", "v" + day)
            .put("Birch/Terms.html", "v" + day)
            .commit("2026-01-0%dT00:00:00Z".formatted(day), "");
      }
    }
    List<FetchedPage> all = read(CapturePosition.START);
    assertThat(all).hasSize(5);
    CapturePosition third = new CapturePosition(3, all.get(2).getFetchedAt().toEpochMilli());
    assertThat(read(third)).isEqualTo(all.subList(3, 5));
  }

  private List<FetchedPage> read(CapturePosition from) throws IOException {
    HistoryOptions options =
        new HistoryOptions(
            folder.toString(), null, new TreeSet<>(), null, Origin.REPLAY, KnownBodies.NONE);
    List<FetchedPage> pages = new ArrayList<>();
    try (HistorySplitReader reader = new HistorySplitReader(options)) {
      reader.handleSplitsChanges(new SplitsAddition<>(List.of(new HistorySplit("Alder", 5, from))));
      RecordsWithSplitIds<FetchedPage> batch;
      do {
        batch = reader.fetch();
        while (batch.nextSplit() != null) {
          FetchedPage page = batch.nextRecordFromSplit();
          while (page != null) {
            pages.add(page);
            page = batch.nextRecordFromSplit();
          }
        }
      } while (batch.finishedSplits().isEmpty());
    }
    return pages;
  }
}
