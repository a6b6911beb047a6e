package io.clausestream.pipeline.wire;

import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.change.Finding;
import io.clausestream.core.page.PageRef;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.VerificationStatus;

/** A verification to the wire. Stateless. */
public final class VerificationMapper {

  private VerificationMapper() {}

  /** The record of a verification. */
  public static PageVerification toWire(Finding.Verified verified) {
    PageRef ref = verified.ref();
    return PageVerification.newBuilder()
        .setFetchId(ref.fetchId())
        .setDocumentId(ref.documentId())
        .setPlatform(ref.platform())
        .setDocumentType(ref.documentType())
        .setUrl(ref.url().toString())
        .setStatus(verified.first() ? VerificationStatus.FIRST : VerificationStatus.UNCHANGED)
        .setVersion(PageVersionMapper.toWire(verified.version()))
        .setBodySha256(verified.bodyHash().orElse(null))
        .setFetchedAt(ref.fetchedAt())
        .setDetectedAt(verified.detectedAt())
        .setCanonicalVersion(Canonicalizer.VERSION)
        .setEngineVersion(EngineVersion.current())
        .setOrigin(Origin.valueOf(ref.origin().name()))
        .build();
  }
}
