package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The savepoint of every release goes on in this one, and nothing that it knew is forgotten. */
class FrozenSavepointITCase {

  @TempDir Path folder;

  static List<FrozenRelease> releases() {
    return FrozenRelease.all();
  }

  /**
   * At another parallelism, and without leave to drop state that no operator takes: Flink refuses
   * to start then. What comes next is told as the release itself told it, under the same ids.
   */
  @ParameterizedTest
  @MethodSource("releases")
  void todaysJobGoesOnFromTheSavepointOf(FrozenRelease release) throws Exception {
    List<String> expected = release.told();
    assertThat(expected).anyMatch(line -> line.startsWith("ALERT "));

    try (LiveSystem system =
        LiveSystem.restore(folder, 3, release.unpackSavepoint(folder), release.before())) {
      system.send(release.next());
      LiveSystem.await("what comes next to be told", () -> told(system).size() >= expected.size());

      assertThat(told(system)).containsExactlyElementsOf(expected);
      assertThat(system.deadLetters()).isEmpty();
    }
  }

  /** All that the restored job told: of what led to the savepoint it tells nothing again. */
  private static List<String> told(LiveSystem system) {
    return Told.since(system, Instant.EPOCH);
  }
}
