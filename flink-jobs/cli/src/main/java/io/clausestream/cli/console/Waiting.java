package io.clausestream.cli.console;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says what is being done, once it takes longer than people wait for without asking; for work whose
 * size nobody knows. Has a thread of its own until it is closed.
 */
public final class Waiting implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Terminal terminal;
  private final String what;
  private final ScheduledExecutorService ticker;
  private int shown;
  private boolean closed;

  /** Work that gives something. */
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /**
   * Does work, and says so if it takes long.
   *
   * @param what what is being done, like "reading the list"
   * @throws E what the work throws
   */
  public static <T, E extends Exception> T during(Terminal terminal, String what, Work<T, E> work)
      throws E {
    Waiting waiting = new Waiting(terminal, what, PATIENCE);
    try {
      return work.run();
    } finally {
      waiting.close();
    }
  }

  Waiting(Terminal terminal, String what, Duration patience) {
    this.terminal = terminal;
    this.what = what;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "waiting");
              thread.setDaemon(true);
              return thread;
            });
    ticker.schedule(this::tell, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void tell() {
    if (closed) {
      return;
    }
    String line = what + " ...";
    if (terminal.live()) {
      String cut = line.substring(0, Math.min(line.length(), terminal.width() - 1));
      terminal.err().print("\r" + cut);
      shown = cut.length();
    } else {
      terminal.err().println(line);
    }
    terminal.err().flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
    ticker.shutdownNow();
    if (shown > 0) {
      terminal.err().print("\r" + " ".repeat(shown) + "\r");
      terminal.err().flush();
      shown = 0;
    }
  }
}
