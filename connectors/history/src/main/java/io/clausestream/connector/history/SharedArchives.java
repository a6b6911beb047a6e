package io.clausestream.connector.history;

import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One open archive for the enumerator and the readers of a JVM, so that it is listed once. It is
 * closed when the last one lets it go; one that is opened after that is listed anew.
 */
final class SharedArchives {

  /** What makes two openings the same. */
  private record Key(String location, String cacheFolder) {}

  private static final Map<Key, Shared> OPEN = new HashMap<>();

  private SharedArchives() {}

  /** Opens or shares; the caller closes its own. */
  static Archive open(HistoryOptions options) throws IOException {
    Key key = new Key(options.location(), String.valueOf(options.cacheFolder()));
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (shared == null) {
        shared = new Shared(options.open());
        OPEN.put(key, shared);
      }
      shared.users++;
      return new Lease(key, shared.archive);
    }
  }

  private static void release(Key key) throws IOException {
    synchronized (OPEN) {
      Shared shared = OPEN.get(key);
      if (shared != null && --shared.users == 0) {
        OPEN.remove(key);
        shared.archive.close();
      }
    }
  }

  private static final class Shared {
    private final Archive archive;
    private int users;

    Shared(Archive archive) {
      this.archive = archive;
    }
  }

  /** One user's view; closing it again does nothing. */
  private static final class Lease implements Archive {
    private final Key key;
    private final Archive archive;
    private boolean closed;

    Lease(Key key, Archive archive) {
      this.key = key;
      this.archive = archive;
    }

    @Override
    public Path location() {
      return archive.location();
    }

    @Override
    public Optional<Instant> lastFetchedAt() {
      return archive.lastFetchedAt();
    }

    @Override
    public ArchiveCounts counts() {
      return archive.counts();
    }

    @Override
    public ArchiveCounts counts(CaptureFilter filter) {
      return archive.counts(filter);
    }

    @Override
    public CaptureIterator captures(
        CaptureFilter filter, Origin origin, CapturePosition from, KnownBodies known)
        throws IOException {
      return archive.captures(filter, origin, from, known);
    }

    @Override
    public synchronized void close() throws IOException {
      if (!closed) {
        closed = true;
        release(key);
      }
    }
  }
}
