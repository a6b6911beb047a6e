package io.clausestream.core.page;

/** How a body is compressed inside its event. */
public enum BodyEncoding {
  IDENTITY,
  GZIP,
  ZSTD
}
