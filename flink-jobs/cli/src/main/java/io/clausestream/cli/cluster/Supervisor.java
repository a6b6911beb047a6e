package io.clausestream.cli.cluster;

import io.clausestream.cli.console.Terminal;
import io.clausestream.cluster.ClusterProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts processes again that ended, as systemd does, and says so. One thread. */
final class Supervisor {

  /** More ends of one process than this in so long are no accident. */
  private static final int MOST_ENDS = 5;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Terminal terminal;
  private final InstantSource clock;
  private final List<ClusterProcess> watched = new ArrayList<>();
  private final Map<String, Deque<Instant>> ends = new HashMap<>();

  Supervisor(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  void watch(ClusterProcess process) {
    watched.add(process);
  }

  /** Cares for those no more, so that they can be ended. */
  void leave(List<ClusterProcess> processes) {
    watched.removeAll(processes);
  }

  /**
   * Starts again what ended since it was asked last.
   *
   * @return what was started
   * @throws IllegalStateException when a process ends again and again
   */
  List<ClusterProcess> check() {
    List<ClusterProcess> started = new ArrayList<>();
    for (ClusterProcess process : watched) {
      if (!process.isAlive()) {
        int code = process.exitCode();
        count(process, code);
        process.start();
        say("%s ended with code %d, started again as process %d", process, code);
        started.add(process);
      }
    }
    return started;
  }

  private void count(ClusterProcess process, int code) {
    Instant now = clock.instant();
    Deque<Instant> recent = ends.computeIfAbsent(process.name(), name -> new ArrayDeque<>());
    recent.add(now);
    while (recent.getFirst().isBefore(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    if (recent.size() > MOST_ENDS) {
      throw new IllegalStateException(
          "%s ends again and again, last with code %d; see %s"
              .formatted(process.name(), code, process.traces()));
    }
  }

  private void say(String text, ClusterProcess process, int code) {
    terminal.out().println(text.formatted(process.name(), code, process.pid()));
    terminal.out().flush();
  }
}
