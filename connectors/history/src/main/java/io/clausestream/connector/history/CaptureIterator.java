package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import java.util.Iterator;

/**
 * The captures of an archive, one by one; a body is read when its capture is asked for and not
 * kept. For one thread; the caller closes it, before the archive.
 *
 * <p>A capture whose body cannot be read (a damaged object, a missing file, more than 32 MiB) does
 * not end the reading: it comes with outcome OK, no body and no hash, and a {@code bodyLocation}
 * that says where the body should be. The page stage makes that a dead letter for a missing
 * location.
 */
public interface CaptureIterator extends Iterator<FetchedPage>, AutoCloseable {

  /** Frees the files that are open; does nothing the second time. */
  @Override
  void close();
}
