package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.MessageKind;
import io.clausestream.schema.Severity;
import java.time.Instant;
import java.util.Optional;

/** What an outcome tells of a delivery, whatever becomes of it. */
record Facts(
    String deliveryId,
    String messageId,
    MessageKind kind,
    String subscriberId,
    ChannelKind channel,
    Severity severity,
    Optional<Instant> fetchedAt,
    Place place) {

  static Facts of(String deliveryId, Message message, ChannelKind channel, Place place) {
    return new Facts(
        deliveryId,
        message.messageId(),
        message.kind(),
        message.subscriberId(),
        channel,
        message.severity(),
        message.fetchedAt(),
        place);
  }
}
