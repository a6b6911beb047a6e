package io.clausestream.cli.replay;

import io.clausestream.connector.history.KnownBodies;
import io.clausestream.pipeline.cache.CanonicalStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The bodies whose content a store holds; read once, where they are first asked for. */
final class CachedBodies implements KnownBodies {

  private static final long serialVersionUID = 1;

  private final CanonicalStore store;
  private transient CanonicalStore.@Nullable Bodies bodies;

  CachedBodies(CanonicalStore store) {
    this.store = store;
  }

  @Override
  public @Nullable String sha256(String location, @Nullable String contentType) {
    return bodies().sha256(location, contentType);
  }

  private synchronized CanonicalStore.Bodies bodies() {
    CanonicalStore.Bodies known = bodies;
    if (known == null) {
      try {
        known = store.bodies();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The canonical cache '" + store.folder() + "' was changed. Run again.", e);
      }
      bodies = known;
    }
    return known;
  }
}
