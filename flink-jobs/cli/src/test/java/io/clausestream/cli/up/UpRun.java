package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A run of the command in a thread of its own. */
record UpRun(StringWriter out, StopSignal signal, CompletableFuture<Integer> code) {

  private static final String ALERT = "\\[(LOW|MEDIUM|HIGH)] .*";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

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

  String brokerPort() {
    return found("broker +127\\.0\\.0\\.1:(\\d+)");
  }

  /** The sum of a metric's series, as Prometheus sees them. */
  long metric(String name) throws Exception {
    return sum("\\w+_operator_" + name + "\\{.*");
  }

  /** The same of a metric of delivery. */
  long deliveryMetric(String name) throws Exception {
    return sum("clausestream_delivery_" + name + "(\\{.*| .*)");
  }

  private long sum(String series) throws Exception {
    URI metrics = URI.create(found("metrics +(http://\\S+)"));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
        .body()
        .filter(line -> line.matches(series))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** The file of lines of the first subscriber. */
  List<String> lines() throws IOException {
    Path file = Path.of(found("lines +(/.*)"));
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Waits until the file of lines has so many. */
  void awaitLines(int count) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines().size() < count) {
      assertThat(System.nanoTime()).as(text()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Waits until the feed of the first subscriber, as a reader sees it, has the words. */
  void awaitFeed(String words) throws Exception {
    URI feed = URI.create(found("feed +(http://\\S+)"));
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + PATIENCE.toNanos();
    String read = "";
    while (!read.contains(words)) {
      assertThat(System.nanoTime()).as(read).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
      read = client.send(HttpRequest.newBuilder(feed).build(), BodyHandlers.ofString()).body();
    }
  }

  private String found(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text());
    assertThat(matcher.find()).as(text()).isTrue();
    return matcher.group(1);
  }

  String text() {
    return out.toString();
  }
}
