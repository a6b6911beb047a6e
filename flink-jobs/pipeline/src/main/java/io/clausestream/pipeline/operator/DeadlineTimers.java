package io.clausestream.pipeline.operator;

import io.clausestream.core.change.Agenda;
import io.clausestream.core.page.Origin;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.TimerService;

/**
 * Keeps event-time timers in step with a platform's deadlines.
 *
 * <p>A deadline gets a timer only if a live fetch set it. The watermark goes by live fetches, so it
 * says nothing of the time of an import or a replay: there a timer would fire years "late" between
 * two fetches, and take a decision from the fetch that was to come. Those deadlines expire with the
 * platform's later fetches, as all of them would without timers.
 *
 * <p>While any deadline stands there is also a timer at the end of time. Flink reaches it only when
 * a bounded input ends.
 */
final class DeadlineTimers {

  /** The end of time: that of the last watermark of a bounded input. */
  static final long END_OF_INPUT = Long.MAX_VALUE;

  private DeadlineTimers() {}

  /** Whether the input has ended, so that timers that fire now tell nothing of time. */
  static boolean inputEnded(TimerService timers) {
    return timers.currentWatermark() == END_OF_INPUT;
  }

  /** After a fetch: the deadlines that it set or lifted. */
  static void update(Agenda before, Agenda after, Origin origin, TimerService timers) {
    if (before.equals(after)) {
      return;
    }
    expired(before, after, timers);
    if (origin == Origin.LIVE) {
      difference(after, before).forEach(timers::registerEventTimeTimer);
    }
    if (!after.deadlines().isEmpty()) {
      timers.registerEventTimeTimer(END_OF_INPUT);
    }
  }

  /** After a timer, or as part of a fetch: the deadlines that are no more. */
  static void expired(Agenda before, Agenda after, TimerService timers) {
    difference(before, after).forEach(timers::deleteEventTimeTimer);
    if (after.deadlines().isEmpty() && !before.deadlines().isEmpty()) {
      timers.deleteEventTimeTimer(END_OF_INPUT);
    }
  }

  /** The instants at which one agenda has deadlines and the other has none. */
  private static Set<Long> difference(Agenda agenda, Agenda without) {
    Set<Long> left = instants(agenda);
    left.removeAll(instants(without));
    return left;
  }

  private static Set<Long> instants(Agenda agenda) {
    return agenda.deadlines().stream()
        .map(deadline -> deadline.at().toEpochMilli())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
