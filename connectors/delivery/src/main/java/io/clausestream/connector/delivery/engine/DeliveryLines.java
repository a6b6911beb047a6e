package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.kafka.LogFields;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is logged of single deliveries, with the ids as fields. Never a target, which is a secret of
 * its subscriber, nor what a target answered.
 */
final class DeliveryLines {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLines.class);

  private DeliveryLines() {}

  /** What became of a delivery. */
  static void outcome(DeliveryOutcome outcome) {
    LogFields fields =
        LogFields.of(LogFields.MESSAGE_ID, outcome.getMessageId())
            .and(LogFields.DELIVERY_ID, outcome.getDeliveryId());
    if (outcome.getStatus() == DeliveryStatus.FAILED) {
      fields.log(
          () ->
              LOG.warn(
                  "Delivery {} by {} was given up after {} attempts: {}",
                  outcome.getDeliveryId(),
                  outcome.getChannel(),
                  outcome.getAttempts(),
                  outcome.getReason()));
    } else {
      fields.log(
          () ->
              LOG.info(
                  "Delivery {} by {}: {}",
                  outcome.getDeliveryId(),
                  outcome.getChannel(),
                  outcome.getStatus()));
    }
  }

  /** A channel threw, which none does. */
  static void defect(Delivery delivery, Throwable fault) {
    LogFields fields =
        LogFields.of(LogFields.MESSAGE_ID, delivery.facts().messageId())
            .and(LogFields.DELIVERY_ID, delivery.facts().deliveryId());
    if (delivery.message() instanceof Message.OfAlert alert) {
      fields
          .and(LogFields.CHANGE_ID, alert.alert().getChange().getChangeId())
          .and(LogFields.DOCUMENT_ID, alert.alert().getChange().getDocumentId());
    }
    fields.log(
        () ->
            LOG.error(
                "Channel {} has a defect: delivery {} threw {} at {}",
                delivery.facts().channel(),
                delivery.facts().deliveryId(),
                fault.getClass().getName(),
                fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]));
  }
}
