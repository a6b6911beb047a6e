package io.clausestream.connector.delivery.engine;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes decisions and offsets in one transaction, or neither. Whether a commit that was not
 * answered took place, it asks the group. For one thread.
 */
final class Recorder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final DecisionRecords records;
  private final GroupOffsets group;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean uncertain;

  Recorder(
      Supplier<Producer<byte[], byte[]>> producers, DecisionRecords records, GroupOffsets group) {
    this.producers = producers;
    this.records = records;
    this.group = group;
  }

  /**
   * Tries once. After false the same batch, and no other, has to be handed in again.
   *
   * @return whether it is recorded
   */
  boolean write(Batch batch) {
    try {
      Producer<byte[], byte[]> open = producer();
      if (uncertain) {
        uncertain = false;
        if (group.wasCommitted(batch)) {
          return true;
        }
      }
      begin(open, batch);
      return commit(open);
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("Deliveries are not recorded yet and will be again: {}", e.toString());
      abort();
      return false;
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
      producer = null;
    }
  }

  /** Ends, when it is made, what a predecessor of the same name left open. */
  private Producer<byte[], byte[]> producer() {
    if (producer == null) {
      Producer<byte[], byte[]> made = producers.get();
      try {
        made.initTransactions();
      } catch (KafkaException e) {
        made.close(Duration.ZERO);
        throw e;
      }
      producer = made;
    }
    return producer;
  }

  private void begin(Producer<byte[], byte[]> open, Batch batch) {
    open.beginTransaction();
    batch.decisions().stream().flatMap(d -> records.of(d).stream()).forEach(open::send);
    var offsets = group.toCommit(batch);
    if (!offsets.isEmpty()) {
      open.sendOffsetsToTransaction(offsets, group.metadata());
    }
  }

  /** After a time-out the commit may be tried again; after anything else only the group knows. */
  private boolean commit(Producer<byte[], byte[]> open) {
    try {
      try {
        open.commitTransaction();
      } catch (TimeoutException e) {
        open.commitTransaction();
      }
      return true;
    } catch (KafkaException | IllegalStateException e) {
      LOG.warn("It is not known whether deliveries were recorded; asking: {}", e.toString());
      uncertain = true;
      discard();
      return false;
    }
  }

  private void abort() {
    if (producer == null) {
      return;
    }
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      // The latter after a call that timed out.
      LOG.warn("The producer cannot go on and is made anew: {}", e.toString());
      discard();
    }
  }

  private void discard() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
