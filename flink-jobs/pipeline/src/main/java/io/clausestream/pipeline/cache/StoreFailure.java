package io.clausestream.pipeline.cache;

/**
 * A store of canonical pages that cannot be read or written any more. It is a failure of the run
 * and of no page, so nobody makes a dead letter of it.
 */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreFailure(CanonicalStore store, Throwable cause) {
    super(
        "The canonical cache '"
            + store.folder()
            + "' was changed, or cannot be written any more: "
            + cause.getMessage()
            + ". Run again, or without --canonical-cache.",
        cause);
  }
}
