package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.alert.Correction;
import io.clausestream.schema.AlertCorrection;

/** Corrections from the wire. Stateless. */
public final class CorrectionMapper {

  private CorrectionMapper() {}

  /** The correction that a record holds. */
  public static Correction toCore(AlertCorrection wire, KafkaRecord record) {
    return new Correction(
        RefusalMapper.key(record), wire.getPlatform(), wire.getChangeId(), wire.getReason());
  }
}
