package io.clausestream.it;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a consumer of committed records sees of a running system. */
public final class CommittedRecords {

  private CommittedRecords() {}

  /** The records of a topic, from its start to its end. */
  public static <T extends SpecificRecord> List<T> of(
      KafkaConnection connection, TopicSpec topic, Class<T> type) {
    WireCodec<T> codec = WireCodec.of(type);
    List<T> records = new ArrayList<>();
    for (KafkaRecord record : CommittedReader.readAll(connection, topic.name())) {
      if (record.value() == null) {
        continue;
      }
      try {
        records.add(codec.decode(record.value()));
      } catch (UndecodableRecordException e) {
        throw new IllegalStateException("Our own record cannot be read", e);
      }
    }
    return records;
  }

  /** What became of the fetches so far. */
  public static FetchLedger ledger(KafkaConnection connection) {
    FetchLedger ledger = new FetchLedger();
    of(connection, TopicCatalogue.PAGE_CHANGES, PageChange.class).forEach(ledger::add);
    of(connection, TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class).forEach(ledger::add);
    of(connection, TopicCatalogue.SUPPRESSIONS, Suppression.class).forEach(ledger::add);
    of(connection, TopicCatalogue.DEAD_LETTERS, DeadLetter.class).forEach(ledger::add);
    return ledger;
  }
}
