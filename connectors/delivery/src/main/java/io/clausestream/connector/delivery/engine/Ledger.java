package io.clausestream.connector.delivery.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and is not recorded: behind which offsets it waits, and how many sends it stands
 * for. For one thread.
 */
final class Ledger {

  private final String run;
  private final Map<TopicPartition, PartitionWindow> windows = new HashMap<>();
  private final List<Decision> ready = new ArrayList<>();
  private @Nullable Batch writing;
  private int inFlight;
  private long batches;

  /**
   * An empty one.
   *
   * @param run tells this run of the process from those before
   */
  Ledger(String run) {
    this.run = run;
  }

  /** A message was read, whose deliveries are known. */
  void add(Pending message) {
    windows.computeIfAbsent(message.partition(), p -> new PartitionWindow()).add(message);
  }

  /** A send began. */
  void started() {
    inFlight++;
  }

  /** Sends that are not recorded. */
  int inFlight() {
    return inFlight;
  }

  void decide(Delivery delivery, Decision decision) {
    Pending pending = delivery.pending();
    if (delivery.isAbandoned()) {
      inFlight -= decision.sent() ? 1 : 0;
    } else if (pending != null) {
      pending.decide(delivery, decision);
    } else {
      ready.add(decision);
    }
  }

  /** A decision that no offset waits for. */
  void decide(Decision decision) {
    ready.add(decision);
  }

  /** How many decisions wait for the offset of an earlier message. */
  int held() {
    return windows.values().stream().mapToInt(PartitionWindow::held).sum();
  }

  /** How many messages are not done. */
  int messages() {
    return windows.values().stream().mapToInt(PartitionWindow::size).sum();
  }

  /** The deliveries that others wait for, in all partitions or some. */
  List<Delivery> blockers() {
    return windows.values().stream().flatMap(w -> w.blockers().stream()).toList();
  }

  /** What is to be written next; the same until {@link #written()}; null when there is nothing. */
  @Nullable Batch next() {
    if (writing == null) {
      List<Decision> decisions = new ArrayList<>();
      Map<TopicPartition, Long> offsets = new HashMap<>();
      windows.forEach(
          (partition, window) -> {
            decisions.addAll(window.drain());
            window.takeOffset().ifPresent(o -> offsets.put(partition, o));
          });
      decisions.addAll(ready);
      ready.clear();
      if (!decisions.isEmpty() || !offsets.isEmpty()) {
        batches++;
        writing = new Batch(run + "-" + batches, List.copyOf(decisions), Map.copyOf(offsets));
      }
    }
    return writing;
  }

  /** The batch is recorded. */
  void written() {
    if (writing != null) {
      inFlight -= writing.sent();
      writing = null;
    }
  }

  /** Other processes do the work of these partitions; nothing of it is recorded here any more. */
  void lose(Collection<TopicPartition> lost, String tableTopic) {
    Set<TopicPartition> gone = Set.copyOf(lost);
    for (TopicPartition partition : gone) {
      PartitionWindow window = windows.remove(partition);
      if (window != null) {
        window.undecided().forEach(Delivery::abandon);
        inFlight -= sent(window.undrained());
      }
    }
    List<Decision> ofOthers = ready.stream().filter(d -> d.isOf(gone, tableTopic)).toList();
    ready.removeAll(ofOthers);
    inFlight -= sent(ofOthers);
    if (writing != null) {
      int before = writing.sent();
      writing = writing.without(d -> d.isOf(gone, tableTopic), gone);
      inFlight -= before - writing.sent();
    }
  }

  private static int sent(List<Decision> decisions) {
    return (int) decisions.stream().filter(Decision::sent).count();
  }
}
