package io.clausestream.connector.history;

import io.clausestream.schema.Origin;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a history source reads; goes from client to cluster. */
record HistoryOptions(
    String location,
    @Nullable String cacheFolder,
    TreeSet<String> platforms,
    @Nullable Instant until,
    Origin origin,
    KnownBodies known)
    implements Serializable {

  Archive open() throws IOException {
    return Archives.open(Path.of(location), cacheFolder == null ? null : Path.of(cacheFolder));
  }

  CaptureFilter filter() {
    return new CaptureFilter(platforms, until);
  }

  CaptureFilter filter(String platform) {
    return filter().withPlatforms(Set.of(platform));
  }
}
