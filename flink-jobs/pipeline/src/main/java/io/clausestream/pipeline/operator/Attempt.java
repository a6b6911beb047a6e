package io.clausestream.pipeline.operator;

import io.clausestream.core.change.PlatformState;
import io.clausestream.pipeline.state.BufferedPlatformState;
import io.clausestream.pipeline.state.StateAccessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The work of one record or timer, done in memory first, so that state and output change together
 * or, when our own code fails on it, not at all. One thread, one use.
 */
final class Attempt {

  private final BufferedPlatformState state;
  private final List<Runnable> output = new ArrayList<>();

  Attempt(PlatformState kept) {
    this.state = new BufferedPlatformState(kept);
  }

  /**
   * Does the work and keeps what it made.
   *
   * @param work gets the state, and the list of what to put out when all went well
   * @return what our own code threw; empty when all went well
   * @throws StateAccessException when the state fails, which is no fault of the record
   */
  Optional<Throwable> run(BiConsumer<PlatformState, List<Runnable>> work) {
    try {
      work.accept(state, output);
    } catch (StateAccessException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(e);
    }
    state.keep();
    // Outside the try: what goes on downstream is not this record's fault.
    output.forEach(Runnable::run);
    return Optional.empty();
  }
}
