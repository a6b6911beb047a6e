package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A run of the command in a thread of its own. */
record UpRun(StringWriter out, StopSignal signal, CompletableFuture<Integer> code) {

  private static final String ALERT = "\\[(LOW|MEDIUM|HIGH)] .*";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  static UpRun start(Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of("--data-dir", folder.toString(), "--kafka-port", "0", "--web-port", "0"));
    StringWriter out = new StringWriter();
    StopSignal signal = new StopSignal();
    CommandLine command = new CommandLine(new UpCommand(signal)).setOut(new PrintWriter(out, true));
    return new UpRun(
        out,
        signal,
        CompletableFuture.supplyAsync(() -> command.execute(arguments.toArray(String[]::new))));
  }

  void await(String words) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!text().contains(words)) {
      assertThat(code).as(text()).isNotDone();
      assertThat(System.nanoTime()).as(text()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  int stop() throws Exception {
    signal.stop(ExitCode.OK);
    return code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  long alerts() {
    return text().lines().filter(line -> line.matches(ALERT)).count();
  }

  String text() {
    return out.toString();
  }
}
