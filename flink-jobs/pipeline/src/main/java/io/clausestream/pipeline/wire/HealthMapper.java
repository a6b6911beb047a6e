package io.clausestream.pipeline.wire;

import io.clausestream.core.change.Finding;
import io.clausestream.core.page.PageRef;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.Origin;
import io.clausestream.schema.SourceHealth;

/** A change of a source's health to the wire. Stateless. */
public final class HealthMapper {

  private HealthMapper() {}

  /** The record of a change of health. */
  public static SourceHealth toWire(Finding.HealthChanged health) {
    PageRef ref = health.ref();
    return SourceHealth.newBuilder()
        .setHealthId(health.healthId())
        .setDocumentId(ref.documentId())
        .setPlatform(ref.platform())
        .setDocumentType(ref.documentType())
        .setUrl(ref.url().toString())
        .setStatus(HealthStatus.valueOf(health.status().name()))
        .setBadCaptures(health.badCaptures())
        .setEvidence(health.evidence())
        .setFetchId(ref.fetchId())
        .setSince(health.since())
        .setDetectedAt(health.detectedAt())
        .setEngineVersion(EngineVersion.current())
        .setOrigin(Origin.valueOf(ref.origin().name()))
        .build();
  }
}
