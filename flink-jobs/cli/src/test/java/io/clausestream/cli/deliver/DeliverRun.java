package io.clausestream.cli.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** A run of {@code deliver} in a thread of its own. */
record DeliverRun(StringWriter out, DeliverCommand command, CompletableFuture<Integer> code) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static DeliverRun start(String servers, String... more) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    CommandLine line = Clausestream.commandLine(printer, printer);
    DeliverCommand command = line.getSubcommands().get("deliver").getCommand();
    List<String> words = new ArrayList<>(List.of("deliver", "--bootstrap-servers", servers));
    words.addAll(List.of(more));
    return new DeliverRun(
        out,
        command,
        CompletableFuture.supplyAsync(() -> line.execute(words.toArray(String[]::new))));
  }

  String text() {
    return out.toString();
  }

  /** Waits until it is so, while the command runs. */
  void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(code).as(text()).isNotDone();
      assertThat(System.nanoTime()).as(text()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  int end() throws Exception {
    return code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  int stop(int signal) throws Exception {
    command.stopSignal().stop(signal);
    return end();
  }
}
