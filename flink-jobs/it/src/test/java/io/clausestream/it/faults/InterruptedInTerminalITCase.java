package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clausestream.cli.ExitCode;
import io.clausestream.cluster.Waiting;
import io.clausestream.it.RepositoryFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C in a terminal, which signals every process there at once. */
@Tag("faults")
class InterruptedInTerminalITCase {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** What a terminal makes SIGINT of. */
  private static final int CONTROL_C = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"up", "cluster up --taskmanagers 1"})
  void allEndInOrder(String command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no pseudo-terminal");
    Process terminal = start(command);
    List<ProcessHandle> started = List.of();
    try {
      Waiting.until(PATIENCE, "the engine, see " + log(), () -> waitsForPages(terminal));
      started = terminal.descendants().toList();
      assertThat(started).hasSizeGreaterThan(command.equals("up") ? 0 : 3);
      press(terminal.getOutputStream());
      assertThat(terminal.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
      assertThat(terminal.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(output()).contains("Stopped. The next start goes on from here.");
      assertThat(started).noneMatch(ProcessHandle::isAlive);
      if (command.equals("up")) {
        // Its broker has something to say at each first start.
        assertThat(folder.resolve("data/clausestream.log")).isNotEmptyFile();
      }
    } finally {
      started.forEach(ProcessHandle::destroyForcibly);
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  private Process start(String command) throws IOException {
    String line =
        "exec '%s' %s --no-sample --no-delivery --data-dir '%s' --kafka-port 0 --web-port 0"
            .formatted(
                RepositoryFiles.ROOT.resolve("clausestream"), command, folder.resolve("data"));
    return new ProcessBuilder("/usr/bin/script", "-qefc", line, "/dev/null")
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private boolean waitsForPages(Process terminal) {
    assertThat(terminal.isAlive()).as(output()).isTrue();
    return output().contains("Waiting for page fetches");
  }

  private static void press(OutputStream keys) throws IOException {
    keys.write(CONTROL_C);
    keys.flush();
  }

  private Path log() {
    return folder.resolve("terminal.log");
  }

  private String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
