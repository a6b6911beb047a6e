package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.alert.Correction;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.Refusal;
import org.jspecify.annotations.Nullable;

/** Corrections from the wire. Stateless. */
public final class CorrectionMapper {

  private CorrectionMapper() {}

  /** The correction that a record holds. */
  public static Correction toCore(AlertCorrection wire, KafkaRecord record) {
    return new Correction(
        RuleMapper.key(record), wire.getPlatform(), wire.getChangeId(), wire.getReason());
  }

  /**
   * The record of a correction that was refused.
   *
   * @param correction the correction; null when it could not be decoded
   */
  public static Refusal refused(
      KafkaRecord record, @Nullable AlertCorrection correction, String reason, String detail) {
    return RefusalMapper.toWire(
        record,
        correction == null
            ? RefusalMapper.Asked.UNKNOWN
            : new RefusalMapper.Asked(
                correction.getCorrectionId(),
                correction.getChangeId(),
                correction.getRequestedBy()),
        reason,
        detail);
  }
}
