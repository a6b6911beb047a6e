package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * The one timer of a key that forgets, so that many things that end cost one look at the state: at
 * the next full hour. Speaks of the current key. One thread.
 */
public final class SweepTimer {

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final ValueState<Long> at;

  /** The state of the operator that is being opened. */
  public SweepTimer(RuntimeContext context) {
    at = context.getState(new ValueStateDescriptor<>(OperatorIds.STATE_SWEEP, Types.LONG));
  }

  /** Something is over at an instant. */
  public void by(Instant over, TimerService timers) throws Exception {
    long wanted = -Math.floorDiv(-over.toEpochMilli(), HOUR) * HOUR;
    Long set = at.value();
    if (set == null || wanted < set) {
      if (set != null) {
        timers.deleteEventTimeTimer(set);
      }
      timers.registerEventTimeTimer(wanted);
      at.update(wanted);
    }
  }

  /** The timer has fired; what is left is over at an instant, or never. */
  public void fired(Optional<Instant> next, TimerService timers) throws Exception {
    at.clear();
    if (next.isPresent()) {
      by(next.get(), timers);
    }
  }
}
