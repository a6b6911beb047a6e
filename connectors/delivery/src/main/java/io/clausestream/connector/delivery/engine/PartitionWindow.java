package io.clausestream.connector.delivery.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The messages of one partition from the first whose deliveries are not all decided. Decisions are
 * given out in the order of the offsets and never beyond a message that is not complete: so an
 * offset and all that was decided before it are recorded together, and nothing that is recorded is
 * read again. For one thread.
 */
final class PartitionWindow {

  private final Deque<Pending> messages = new ArrayDeque<>();
  private OptionalLong next = OptionalLong.empty();

  /** The next message of the partition; it has its deliveries already. */
  void add(Pending message) {
    messages.addLast(message);
  }

  /** Takes out the decisions of all messages up to the first that is not complete. */
  List<Decision> drain() {
    List<Decision> decisions = new ArrayList<>();
    while (!messages.isEmpty() && messages.getFirst().isComplete()) {
      Pending done = messages.removeFirst();
      decisions.addAll(done.decided());
      next = OptionalLong.of(done.offset() + 1);
    }
    return decisions;
  }

  /** Offset up to which all was drained, since it was last asked for. */
  OptionalLong takeOffset() {
    OptionalLong taken = next;
    next = OptionalLong.empty();
    return taken;
  }

  /** How many decisions wait behind a message that is not complete. */
  int held() {
    if (messages.isEmpty()) {
      return 0;
    }
    return messages.stream().mapToInt(m -> m.decided().size()).sum();
  }

  /** The deliveries that are not decided and that some decision waits for. */
  List<Delivery> blockers() {
    List<Delivery> blockers = new ArrayList<>();
    List<Delivery> sinceLastDecision = new ArrayList<>();
    for (Pending message : messages) {
      sinceLastDecision.addAll(message.undecided());
      if (!message.decided().isEmpty()) {
        blockers.addAll(sinceLastDecision);
        sinceLastDecision.clear();
      }
    }
    return blockers;
  }

  /** All deliveries that are not decided. */
  List<Delivery> undecided() {
    return messages.stream().flatMap(m -> m.undecided().stream()).toList();
  }

  /** All decisions that are not drained. */
  List<Decision> undrained() {
    return messages.stream().flatMap(m -> m.decided().stream()).toList();
  }

  int size() {
    return messages.size();
  }
}
