package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.DOCUMENT;
import static io.clausestream.pipeline.state.StateSamples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.pipeline.wire.WatcherMapper;
import io.clausestream.schema.state.MutedPlace;
import io.clausestream.schema.state.WatcherTerms;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatcherCodecTest {

  @Test
  void aWatcherComesBackAsItWas() {
    WatcherCodec codec = new WatcherCodec();
    WatcherTerms terms =
        WatcherTerms.newBuilder()
            .setFrom(AT.toEpochMilli())
            .setWatches(true)
            .setAlerts(true)
            .setDigest(true)
            .setDocumentTypes(List.of("Terms"))
            .setCategories(List.of("a", "b"))
            .setMinimumSeverity("HIGH")
            .setDirections(List.of("ADVERSE"))
            .setProvisionLevel(true)
            .setProvisionIds(List.of("p"))
            .setMutes(List.of(new MutedPlace(DOCUMENT, null), new MutedPlace(DOCUMENT, "p")))
            .setPlatforms(List.of("Marrowby"))
            .setElsewhere(List.of("Quillstead"))
            .build();
    Watcher watcher =
        Watcher.NONE
            .with(WatcherMapper.ended(0))
            .with(terms)
            .with(new ToldList.Told("a".repeat(32), AT, true))
            .with(new ToldList.Told("0".repeat(32), AT.minusMillis(1), false));

    assertThat(codec.decode(codec.encode(watcher))).isEqualTo(watcher);
    assertThat(codec.decode(codec.encode(Watcher.NONE))).isEqualTo(Watcher.NONE);
  }

  @Test
  void aWatcherOfVersion1WatchesAllThatComesToItsBucket() throws IOException {
    WatcherTerms terms =
        WatcherTerms.newBuilder()
            .setFrom(1_767_592_800_000L)
            .setWatches(true)
            .setAlerts(true)
            .setCategories(List.of("retention"))
            .setMinimumSeverity("MEDIUM")
            .build();
    assertThat(new WatcherCodec().decode(fixture("Watcher-v1.hex")))
        .isEqualTo(
            Watcher.NONE
                .with(terms)
                .with(
                    new ToldList.Told(
                        "000102030405060708090a0b0c0d0e0f",
                        Instant.ofEpochMilli(1_767_614_400_000L),
                        true)));
  }
}
