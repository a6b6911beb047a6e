package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decodes fetched pages inside the source, and checks their time there: before watermarks are made
 * of it, so that no record can carry the job's event time away. Every record becomes one event;
 * what is wrong with one is told by the event, never thrown.
 */
public final class PageEventDeserializer implements KafkaRecordDeserializationSchema<PageEvent> {

  private static final long serialVersionUID = 1;

  private transient @Nullable WireCodec<FetchedPage> codec;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = WireCodec.of(FetchedPage.class);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PageEvent> out) {
    out.collect(event(KafkaRecord.of(record)));
  }

  @Override
  public TypeInformation<PageEvent> getProducedType() {
    return TypeInformation.of(PageEvent.class);
  }

  private PageEvent event(KafkaRecord record) {
    byte[] value = record.value();
    if (value == null) {
      return PageEvent.rejected(
          null, record, RejectionReason.UNDECODABLE, "The record has no value; send a page.");
    }
    try {
      return checked(codec().decode(value), record);
    } catch (UndecodableRecordException e) {
      return PageEvent.rejected(null, record, reason(e), String.valueOf(e.getMessage()));
    }
  }

  private static PageEvent checked(FetchedPage page, KafkaRecord record) {
    PageEvent event = PageEvent.of(page, record);
    try {
      FetchedPageMapper.fetchedAt(page, event.recordedAt());
      return event;
    } catch (RejectedPageException e) {
      return PageEvent.rejected(page, record, e.reason(), String.valueOf(e.getMessage()));
    }
  }

  private static RejectionReason reason(UndecodableRecordException e) {
    return e.reason() == UndecodableRecordException.Reason.UNKNOWN_SCHEMA
        ? RejectionReason.UNKNOWN_SCHEMA
        : RejectionReason.UNDECODABLE;
  }

  private WireCodec<FetchedPage> codec() {
    WireCodec<FetchedPage> opened = codec;
    if (opened == null) {
      throw new IllegalStateException("open was not called");
    }
    return opened;
  }
}
