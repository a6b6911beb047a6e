package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Freezes this build as a release, when asked to; the README of the folder tells the command. A
 * release that is frozen stays as it is.
 */
@EnabledIfSystemProperty(named = "clausestream.freeze", matches = ".+")
class FreezeITCase {

  /** As large as it may be: the state of the sample then stands in the savepoint's one file. */
  private static final MemorySize INLINE = MemorySize.ofMebiBytes(1);

  @TempDir Path folder;

  @Test
  void thisBuildIsFrozen() throws Exception {
    FrozenRelease release = FrozenRelease.named(System.getProperty("clausestream.freeze"));
    assertThat(release.folder())
        .as("A frozen release stays as it is; if it was never released, remove its folder first")
        .doesNotExist();
    copySchemas(release);
    // Beyond the guard time of rules, and no further than a crawler's clock may be ahead.
    SampleStory story =
        new SampleStory(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(20)));
    release.keepRecords(story.before(), story.next());
    try (LiveSystem system = LiveSystem.start(folder, 2, inline())) {
      story.play(system, folder);
      release.keepSavepoint(system.savepoint(folder.resolve("savepoints")));
      system.send(story.next());
      system.awaitVerdicts(story.before().size() + story.next().size());
      LiveSystem.await("the alerts", () -> alerts(system, story) == SampleStory.ALERTS);
      release.keepTold(Told.since(system, story.start()));
    }
  }

  private static long alerts(LiveSystem system, SampleStory story) {
    return Told.since(system, story.start()).stream()
        .filter(line -> line.startsWith("ALERT "))
        .count();
  }

  private static Configuration inline() {
    return new Configuration().set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, INLINE);
  }

  private static void copySchemas(FrozenRelease release) throws IOException {
    copy(FrozenSchemasTest.WIRE, release.wire());
    copy(FrozenSchemasTest.STATE, release.state());
  }

  private static void copy(Path from, Path into) throws IOException {
    Files.createDirectories(into);
    try (Stream<Path> files = Files.list(from)) {
      List<Path> schemas = files.filter(file -> file.toString().endsWith(".avsc")).toList();
      for (Path schema : schemas) {
        Files.copy(schema, into.resolve(schema.getFileName()));
      }
    }
  }
}
