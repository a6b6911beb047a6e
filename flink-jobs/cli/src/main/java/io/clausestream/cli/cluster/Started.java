package io.clausestream.cli.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What tells a process from all others: an id is used again, also after a restart of the machine.
 *
 * @param pid its id
 * @param at when it started
 */
record Started(long pid, Instant at) {

  /** The operating system counts from the start of the machine, which moves with its clock. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  /** That of a process; one whose start nobody tells is found no more. */
  static Started of(ProcessHandle process) {
    return new Started(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** Reads what {@link #toString} gave; empty for anything else. */
  static Optional<Started> parse(String text) {
    String[] parts = text.strip().split(" ");
    try {
      return parts.length == 2
          ? Optional.of(
              new Started(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
  }

  private boolean isThis(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(at, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }

  @Override
  public String toString() {
    return pid + " " + at.toEpochMilli();
  }
}
