package io.clausestream.pipeline.state;

/** State was written in a version that this build does not know. */
public final class UnknownStateVersionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownStateVersionException(String state, int found, int newest) {
    super(
        "State '"
            + state
            + "' holds a value of version "
            + found
            + ", but this build knows versions 1 to "
            + newest
            + "; run the release that wrote it, or a newer one.");
  }
}
