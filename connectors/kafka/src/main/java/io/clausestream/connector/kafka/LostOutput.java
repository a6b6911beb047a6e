package io.clausestream.connector.kafka;

/**
 * What a sink does when Kafka aborted or forgot a transaction that a complete checkpoint counts on.
 */
public enum LostOutput {
  /** Fails the job for good and says what to do. */
  REFUSE,
  /** Logs the loss and goes on. */
  ACCEPT
}
