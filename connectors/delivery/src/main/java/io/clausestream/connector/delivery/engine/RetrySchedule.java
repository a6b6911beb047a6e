package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.DeliveryRetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of retries as this process sees it: the partitions that it owns, and when each entry is
 * due. It learns of entries from the topic alone, also of those that this process wrote; so it does
 * not matter who wrote one. Of what has no place in memory it keeps nothing but that it is there.
 * For one thread.
 */
final class RetrySchedule {

  private final Duration maxAge;
  private final WaitingRoom room;
  private final Function<RetryEntry, String> circuits;
  private final Map<String, RetryEntry> entries = new HashMap<>();
  private final TreeSet<RetryEntry> timers = new TreeSet<>(RetryEntry.BY_TIMER);
  private final Map<String, Deque<RetryEntry>> parked = new HashMap<>();

  /**
   * An empty schedule.
   *
   * @param room gives places in memory
   * @param circuits the target of an entry as it is now
   */
  RetrySchedule(Duration maxAge, WaitingRoom room, Function<RetryEntry, String> circuits) {
    this.maxAge = maxAge;
    this.room = room;
    this.circuits = circuits;
  }

  /**
   * A record of the topic. While the engine has the entry in hand, news of it are overtaken by what
   * the engine is about to record.
   *
   * @param retry null when it waits no more
   */
  void apply(int partition, long offset, String deliveryId, @Nullable DeliveryRetry retry) {
    RetryEntry known = entries.get(deliveryId);
    if (known != null && (known.state == RetryEntry.State.TAKEN || known.offset() >= offset)) {
      return;
    }
    if (known != null) {
      forget(known);
    }
    if (retry != null) {
      add(new RetryEntry(retry, partition, offset));
    }
  }

  private void add(RetryEntry entry) {
    entry.circuit = circuits.apply(entry);
    boolean entered = room.enter(entry.circuit);
    if (!entered && room.isOwed(entry.circuit)) {
      cutBack();
      entered = room.enter(entry.circuit);
    }
    if (entered) {
      entries.put(entry.deliveryId(), entry);
      await(entry, RetryEntry.State.WAITING, entry.firstTimer(maxAge));
    } else {
      room.leftOnTopic(entry.circuit, entry.partition(), entry.offset());
    }
  }

  /** Leaves to the topic what targets hold beyond their share; many at once, so that it is rare. */
  private void cutBack() {
    for (RetryEntry entry : List.copyOf(entries.values())) {
      boolean idle =
          entry.state == RetryEntry.State.WAITING || entry.state == RetryEntry.State.PARKED;
      if (idle && room.hasTooMany(entry.circuit)) {
        forget(entry);
        room.leftOnTopic(entry.circuit, entry.partition(), entry.offset());
      }
    }
  }

  /** Where the topic is to be read again, for what was left on it now has a place; empty if not. */
  Map<Integer, Long> left() {
    return room.hasRoomAgain() ? room.left() : Map.of();
  }

  /** It is read again from there. */
  void leftIsReadAgain() {
    room.leftIsReadAgain();
  }

  /** Targets of which more waits than memory has places for. */
  int crowdedTargets() {
    return room.crowdedTargets();
  }

  /** Takes entries whose time has come into the hands of the engine, the soonest first. */
  List<RetryEntry> takeDue(Instant now, int most) {
    List<RetryEntry> due = new ArrayList<>();
    while (due.size() < most && !timers.isEmpty() && timers.first().timer <= now.toEpochMilli()) {
      RetryEntry entry = timers.first();
      timers.remove(entry);
      entry.state = RetryEntry.State.TAKEN;
      due.add(entry);
    }
    return due;
  }

  /** Gives an entry back that is looked at again soon. */
  void putBack(RetryEntry entry, Instant now) {
    if (entries.get(entry.deliveryId()) == entry) {
      await(entry, RetryEntry.State.WAITING, now.toEpochMilli());
    }
  }

  /** Gives an entry back that cannot be sent before its target has room. */
  void park(RetryEntry entry, String circuit) {
    if (entries.get(entry.deliveryId()) == entry) {
      parked.computeIfAbsent(circuit, c -> new ArrayDeque<>()).addLast(entry);
      await(entry, RetryEntry.State.PARKED, entry.deadline(maxAge));
    }
  }

  /** Targets that something is parked for. */
  Set<String> parkedCircuits() {
    return parked.keySet();
  }

  /** Takes entries that were parked for a target, the first parked first. */
  List<RetryEntry> takeParked(String circuit, int most) {
    Deque<RetryEntry> queue = parked.getOrDefault(circuit, new ArrayDeque<>());
    List<RetryEntry> taken = new ArrayList<>();
    while (taken.size() < most && !queue.isEmpty()) {
      RetryEntry entry = queue.removeFirst();
      // Its deadline may have taken it, or a record of the topic replaced it.
      if (entry.state == RetryEntry.State.PARKED && entries.get(entry.deliveryId()) == entry) {
        timers.remove(entry);
        entry.state = RetryEntry.State.TAKEN;
        taken.add(entry);
      }
    }
    if (queue.isEmpty()) {
      parked.remove(circuit);
    }
    return taken;
  }

  /** What the engine decided of an entry is recorded; the topic has the last word again. */
  void recorded(RetryEntry entry) {
    entry.state = RetryEntry.State.RECORDED;
  }

  /** The partition belongs to another process now. */
  void drop(int partition) {
    List<RetryEntry> gone =
        entries.values().stream().filter(e -> e.partition() == partition).toList();
    gone.forEach(this::forget);
    room.drop(partition);
  }

  /** How many are in memory, those in the hands of the engine included. */
  int size() {
    return entries.size();
  }

  private void await(RetryEntry entry, RetryEntry.State state, long timer) {
    entry.state = state;
    entry.timer = timer;
    timers.add(entry);
  }

  private void forget(RetryEntry entry) {
    timers.remove(entry);
    if (entries.remove(entry.deliveryId(), entry)) {
      room.leave(entry.circuit);
    }
    entry.state = RetryEntry.State.RECORDED;
  }
}
