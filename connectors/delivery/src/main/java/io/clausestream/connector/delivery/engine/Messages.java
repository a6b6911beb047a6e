package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.MessageKind;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes alerts and digests. */
final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final WireCodec<Alert> alerts = WireCodec.of(Alert.class);
  private final WireCodec<Digest> digests = WireCodec.of(Digest.class);
  private final EngineTopics topics;

  Messages(EngineTopics topics) {
    this.topics = topics;
  }

  /** The message of a record; empty, and told in the log, when it holds none. */
  Optional<Message> decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.value() == null) {
        return Optional.empty();
      }
      return Optional.of(
          kindOf(record.topic()) == MessageKind.DIGEST
              ? new Message.OfDigest(digests.decode(record.value()))
              : new Message.OfAlert(alerts.decode(record.value())));
    } catch (UndecodableRecordException e) {
      LOG.error(
          "Cannot deliver the record at {}: {}. If a newer release wrote it, upgrade and set the group back.",
          Place.of(record),
          e.getMessage());
      return Optional.empty();
    }
  }

  /** What a topic holds. */
  MessageKind kindOf(String topic) {
    return topic.equals(topics.digests()) ? MessageKind.DIGEST : MessageKind.ALERT;
  }
}
