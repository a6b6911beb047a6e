package io.clausestream.connector.kafka;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Output that a complete checkpoint counts on is lost: Kafka aborted its transaction. A further
 * attempt from the same checkpoint would lose it, too, so Flink makes none.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class LostOutputException extends IllegalStateException {

  LostOutputException(String message) {
    super(message);
  }
}
