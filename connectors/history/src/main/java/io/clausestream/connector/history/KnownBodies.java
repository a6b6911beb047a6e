package io.clausestream.connector.history;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that need not be read, because whoever gets the captures remembers what it made of them.
 * Goes from client to cluster; readers ask it on their own threads, one copy each.
 *
 * <p>A capture whose body is known comes with outcome OK, the hash of its body, no body, and the
 * {@code bodyLocation} that was asked for; one whose body cannot be read has no hash.
 */
@FunctionalInterface
public interface KnownBodies extends Serializable {

  /** Knows none: every body is read, and bodies have no location. */
  KnownBodies NONE = NoKnownBodies.INSTANCE;

  /**
   * SHA-256 of a body that need not be read; null when it must be read.
   *
   * @param location where the archive keeps the body, by its content: the same in each archive
   * @param contentType content type of the capture
   */
  @Nullable String sha256(String location, @Nullable String contentType);
}
