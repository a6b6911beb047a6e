package io.clausestream.connector.delivery.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** A message that was read and whose deliveries are not all decided. */
final class Pending {

  private final TopicPartition partition;
  private final long offset;
  private final List<Delivery> open = new ArrayList<>();
  private final List<Decision> decided = new ArrayList<>();

  Pending(TopicPartition partition, long offset) {
    this.partition = partition;
    this.offset = offset;
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  void open(Delivery delivery) {
    open.add(delivery);
  }

  void decide(Delivery delivery, Decision decision) {
    open.remove(delivery);
    decided.add(decision);
  }

  boolean isComplete() {
    return open.isEmpty();
  }

  /** Deliveries that are not decided; a copy. */
  List<Delivery> undecided() {
    return List.copyOf(open);
  }

  List<Decision> decided() {
    return decided;
  }
}
