package io.clausestream.connector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists a real archive where there is one; see the benchmark. */
class RealArchiveITCase {

  private static final String NAME = "genai-snapshots.bundle";

  @TempDir private Path cache;

  /** The folder of the property, else a folder data or shared/data beside or above the module. */
  private static @Nullable Path find() {
    String property = System.getProperty("clausestream.benchmark.data");
    if (property != null) {
      return Path.of(property, NAME);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      for (String folder : new String[] {"data", "shared/data"}) {
        Path file = at.resolve(folder).resolve(NAME);
        if (Files.exists(file)) {
          return file;
        }
      }
    }
    return null;
  }

  @Test
  void theWholeHistoryIsListed() throws IOException {
    Path bundle = find();
    assumeTrue(
        bundle != null && Files.exists(bundle),
        "There is no " + NAME + "; set -Dclausestream.benchmark.data to the folder that has it.");
    try (Archive archive = Archives.open(bundle, cache)) {
      assertThat(archive.counts().captures()).isEqualTo(13_149);
      assertThat(archive.counts().byPlatform()).hasSize(6).containsEntry("Vibe", 99L);
      assertThat(archive.counts().skipped()).isEqualTo(Map.of());
      try (CaptureIterator captures = archive.captures(CaptureFilter.ALL, Origin.IMPORT)) {
        FetchedPage first = captures.next();
        assertThat(first.getUrl()).startsWith("https://");
        assertThat(first.getBody().remaining()).isPositive();
      }
    }
  }
}
