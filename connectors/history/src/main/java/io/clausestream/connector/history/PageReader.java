package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.Closeable;
import java.io.IOException;

/** Reads the body of listed captures; for one thread. */
interface PageReader<E extends CaptureEntry> extends Closeable {

  /**
   * The capture with its body, or without and with a bodyLocation where it cannot be read or need
   * not be.
   */
  FetchedPage read(E entry, Origin origin, KnownBodies known);

  @Override
  void close() throws IOException;
}
