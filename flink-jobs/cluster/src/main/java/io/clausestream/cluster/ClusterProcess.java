package io.clausestream.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of a cluster that can be started, ended and started again with the same command. It
 * logs to its log; what else it and its JVM print has a file beside it, one for each of the last
 * two starts. Not for several threads.
 */
public final class ClusterProcess {

  private final String name;
  private final ProcessBuilder builder;
  private final ClusterFolder folder;
  private @Nullable Process process;

  ClusterProcess(String name, ProcessBuilder builder, ClusterFolder folder) {
    this.name = name;
    this.folder = folder;
    this.builder = builder.redirectErrorStream(true).redirectOutput(output("").toFile());
  }

  /** What it is called, for example {@code taskmanager-1}. */
  public String name() {
    return name;
  }

  /** Where its log is, over all its starts. */
  public Path log() {
    return log(folder, name);
  }

  static Path log(ClusterFolder folder, String name) {
    return folder.logs().resolve(name + ".log");
  }

  /** Where to see what became of it: completes "see ...". */
  public String traces() {
    return "'%s' and '%s' beside it".formatted(log(), output("").getFileName());
  }

  private Path output(String suffix) {
    return folder.logs().resolve(name + ".out" + suffix);
  }

  /** Starts it, also again after its end; does not wait until it serves. */
  public void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " runs already as process " + pid());
    }
    try {
      if (Files.exists(output(""))) {
        Files.move(output(""), output(".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      process = builder.start();
      Files.writeString(folder.processes().resolve(name + ".pid"), Long.toString(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  /** Whether it runs, or stands still. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Its process id. */
  public long pid() {
    return running().pid();
  }

  /** With what it ended. */
  public int exitCode() {
    return running().exitValue();
  }

  /** Waits for its end, so long at most; whether it has ended. */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return running().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** {@code kill -9}, and waits until it is gone. */
  public void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /** Lets it stand still. */
  public void freeze() throws InterruptedException {
    signal("STOP");
  }

  /** Lets it go on after {@link #freeze}. */
  public void thaw() throws InterruptedException {
    signal("CONT");
  }

  /** Asks it to end, and kills it when it has not after so long. */
  public void stop(Duration patience) throws InterruptedException {
    if (!isAlive()) {
      return;
    }
    running().destroy();
    if (!awaitEnd(patience)) {
      kill();
    }
  }

  private void signal(String signal) throws InterruptedException {
    try {
      int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(name + " did not get the signal " + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  @Override
  public String toString() {
    return name + (isAlive() ? " (process " + pid() + ")" : " (ended)");
  }

  /** Its command, for who wonders. */
  List<String> command() {
    return List.copyOf(builder.command());
  }
}
