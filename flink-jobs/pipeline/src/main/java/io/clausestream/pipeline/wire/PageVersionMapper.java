package io.clausestream.pipeline.wire;

import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.schema.PageVersion;

/** An accepted version to the wire. Stateless. */
final class PageVersionMapper {

  private PageVersionMapper() {}

  static PageVersion toWire(AcceptedVersion version) {
    return PageVersion.newBuilder()
        .setNumber(version.number())
        .setTextSha256(version.fingerprint().text())
        .setBodySha256(version.fingerprint().body())
        .setFetchedAt(version.fetchedAt())
        .setContentType(version.contentType().orElse(null))
        .build();
  }
}
