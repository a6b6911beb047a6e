package io.clausestream.pipeline.state;

import io.clausestream.core.rules.KnownVersion;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.AdmittedRules;
import io.clausestream.schema.state.AdmittedVersion;
import java.util.List;

/** State 'admitted': the versions of a rule set that were admitted. One thread. */
public final class AdmittedRulesCodec {

  static final int VERSION = 1;

  private final VersionedAvro<AdmittedRules> avro =
      new VersionedAvro<>(OperatorIds.STATE_ADMITTED, AdmittedRules.class, VERSION);

  /** A codec. */
  public AdmittedRulesCodec() {}

  /** The stored form. */
  public byte[] encode(List<KnownVersion> versions) {
    return avro.encode(
        new AdmittedRules(
            versions.stream()
                .map(
                    one ->
                        new AdmittedVersion(
                            one.version(), one.digest(), Millis.of(one.effectiveFrom())))
                .toList()));
  }

  /**
   * The versions, oldest first.
   *
   * @throws UnknownStateVersionException if a newer release wrote them
   */
  public List<KnownVersion> decode(byte[] stored) {
    return avro.decode(stored).getVersions().stream()
        .map(
            one ->
                new KnownVersion(
                    one.getVersion(), one.getDigest(), Millis.toInstant(one.getEffectiveFrom())))
        .toList();
  }
}
