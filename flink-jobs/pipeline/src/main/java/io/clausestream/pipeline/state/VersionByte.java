package io.clausestream.pipeline.state;

/** The byte before every stored value that says in which version it was written. */
final class VersionByte {

  private VersionByte() {}

  /** The version of a stored value. */
  static int read(String state, byte[] stored, int newest) {
    int version = stored.length == 0 ? 0 : stored[0];
    if (version < 1 || version > newest) {
      throw new UnknownStateVersionException(state, version, newest);
    }
    return version;
  }
}
