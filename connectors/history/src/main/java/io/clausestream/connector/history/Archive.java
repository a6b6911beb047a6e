package io.clausestream.connector.history;

import io.clausestream.schema.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A history of captured pages that is open for reading; see {@link Archives#open(Path)}.
 *
 * <p>Memory: the list of captures without their bodies, about 150 bytes each; and for a snapshot
 * repository up to a quarter of the heap (256 MiB at most) per open iterator as a cache that the
 * garbage collector may clear. Threads may share an archive; each takes its own iterator. Whoever
 * opened the archive closes it, after its iterators.
 */
public interface Archive extends Closeable {

  /** The path that was opened. */
  Path location();

  /** What the archive holds; known without reading bodies. */
  ArchiveCounts counts();

  /** When the last capture of the whole archive was fetched; empty when it has none. */
  Optional<Instant> lastFetchedAt();

  /** What a reading with this filter will give: the total of a progress bar. */
  ArchiveCounts counts(CaptureFilter filter);

  /**
   * Captures in the order (fetchedAt, documentId, fetchId), over all platforms of the filter. With
   * a filter of one platform this is the order of that platform.
   *
   * @param origin what the captures say about where they came from: REPLAY or IMPORT
   * @throws IOException when the archive's files cannot be opened
   */
  default CaptureIterator captures(CaptureFilter filter, Origin origin) throws IOException {
    return captures(filter, origin, CapturePosition.START);
  }

  /**
   * The same, from a position of an earlier reading with an equal filter.
   *
   * @throws IOException when the archive's files cannot be opened, or the archive no longer holds
   *     the captures that were read before
   */
  default CaptureIterator captures(CaptureFilter filter, Origin origin, CapturePosition from)
      throws IOException {
    return captures(filter, origin, from, KnownBodies.NONE);
  }

  /**
   * The same without reading the bodies that are known, where the archive can tell a body without
   * reading it: a git repository can, JSON Lines cannot.
   *
   * @throws IOException as above
   */
  CaptureIterator captures(
      CaptureFilter filter, Origin origin, CapturePosition from, KnownBodies known)
      throws IOException;
}
