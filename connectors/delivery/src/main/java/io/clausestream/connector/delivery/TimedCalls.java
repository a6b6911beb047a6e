package io.clausestream.connector.delivery;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls with a limit of time that holds whatever the other side does: a look-up of a name that
 * hangs, or a byte a second. Each call runs in a thread of its own; one that is given up ends as
 * soon as what it waits for was closed. Threads may share it.
 */
public final class TimedCalls implements AutoCloseable {

  private final ExecutorService threads;
  private final Duration limit;

  /**
   * Calls of a limit.
   *
   * @param name of the threads
   * @param limit how long a call may take
   */
  public TimedCalls(String name, Duration limit) {
    AtomicInteger number = new AtomicInteger();
    this.limit = limit;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How long a call may take. */
  public Duration limit() {
    return limit;
  }

  /**
   * Calls, and waits for it no longer than the limit.
   *
   * @param call what to do
   * @param abort ends it from outside; called when the limit is up or this thread interrupted
   * @throws TimeoutException when the limit is up
   * @throws ExecutionException holding what the call threw
   */
  public <T> T call(Callable<T> call, Runnable abort)
      throws InterruptedException, ExecutionException, TimeoutException {
    Future<T> running = threads.submit(call);
    boolean done = false;
    try {
      T value = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      done = true;
      return value;
    } finally {
      if (!done && !running.isDone()) {
        abort.run();
        running.cancel(true);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
