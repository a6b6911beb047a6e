package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/** Decodes what people ask for, or has it refused. Stateless. */
final class DecodedRequest {

  private DecodedRequest() {}

  /**
   * The request of a record; empty when it was refused.
   *
   * @param refuse refuses it, with a reason and a detail
   */
  static <T extends SpecificRecord> Optional<T> of(
      KafkaRecord record, WireCodec<T> codec, BiConsumer<String, String> refuse) {
    byte[] value = record.value();
    if (value == null) {
      refuse.accept(RefusalMapper.UNDECODABLE, "The record has no value.");
      return Optional.empty();
    }
    try {
      return Optional.of(codec.decode(value));
    } catch (UndecodableRecordException e) {
      refuse.accept(RefusalMapper.UNDECODABLE, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
