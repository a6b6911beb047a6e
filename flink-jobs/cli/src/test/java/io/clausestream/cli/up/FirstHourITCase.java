package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.up.ConsolePage.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The first hour of a newcomer: the commands of the page, as they stand there. */
@Timeout(420)
class FirstHourITCase {

  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path PAGE = REPOSITORY.resolve("flink-jobs/docs/first-hour.md");
  private static final String LAUNCHER = "./clausestream ";
  private static final String UP = LAUNCHER + "up";
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SECTION_OF_PYTHON = "3. Read the alerts in Python";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @TempDir private Path folder;
  private @Nullable UpRun engine;

  @AfterEach
  void stopTheEngine() throws Exception {
    if (engine != null) {
      assertThat(engine.stop()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void everyCommandPrintsWhatThePageSays() throws Exception {
    for (String name : List.of("connectors", "avro-schemas")) {
      Files.createSymbolicLink(folder.resolve(name), REPOSITORY.resolve(name));
    }
    List<Step> steps = ConsolePage.steps(PAGE);
    assertThat(steps).hasSizeGreaterThan(10);
    boolean python = hasPython();
    for (Step step : steps) {
      if (step.command().startsWith(UP)) {
        start(step);
      } else if (python || !step.section().equals(SECTION_OF_PYTHON)) {
        awaitShape(step);
      }
    }
  }

  private void start(Step step) throws Exception {
    stopTheEngine();
    List<String> options = words(step.command().substring(UP.length()));
    options.addAll(List.of("-D", "execution.checkpointing.interval=500 ms"));
    engine = UpRun.start(folder.resolve("data"), options.toArray(String[]::new));
    engine.await(step.prints().get(step.prints().size() - 1));
    assertShown(step, engine.text());
  }

  /** What only looks is asked again until the engine has caught up; all else is done once. */
  private void awaitShape(Step step) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String printed = run(step);
    while (looks(step) && missing(step, printed).isPresent() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(300);
      printed = run(step);
    }
    assertShown(step, printed);
  }

  private static boolean looks(Step step) {
    return step.command().matches("\\./clausestream (why|suppressions|dead-letters list) ?.*");
  }

  private String run(Step step) throws Exception {
    return step.command().startsWith(LAUNCHER)
        ? clausestream(words(step.command().substring(LAUNCHER.length())))
        : shell(step.command());
  }

  private String clausestream(List<String> arguments) {
    StringWriter out = new StringWriter();
    CommandLine command = Clausestream.commandLine(new PrintWriter(out), new PrintWriter(out));
    if (!arguments.get(0).equals("diff")) {
      arguments.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    }
    arguments.replaceAll(word -> word.startsWith("data/") ? folder.resolve(word).toString() : word);
    int code = command.execute(arguments.toArray(String[]::new));
    assertThat(code)
        .as(out.toString())
        .isEqualTo(out.toString().contains("Dead letter (") ? ExitCode.DIFFERS : ExitCode.OK);
    return out.toString();
  }

  private String shell(String command) throws IOException, InterruptedException {
    assertThat(engine).isNotNull();
    String here = command.replace("127.0.0.1:9092", "127.0.0.1:" + engine.brokerPort());
    Process process =
        new ProcessBuilder("bash", "-c", here)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(folder.resolve("printed.txt"), StandardCharsets.UTF_8);
    assertThat(ended).as("%s%n%s", command, printed).isTrue();
    assertThat(process.exitValue()).as("%s%n%s", command, printed).isZero();
    return printed;
  }

  private static boolean hasPython() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PYTHON))
        && new ProcessBuilder(PYTHON, "-c", "import avro, confluent_kafka").start().waitFor() == 0;
  }

  /** The words of a command line; quotes of either kind hold words together. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words;
  }

  /** The lines of the page in their order, with anything at each … and between lines. */
  /**
   * The first part of what the page shows that is not printed after those before it. Parts are
   * looked for one after the other, as a pattern of all of them takes for ever to fail.
   */
  private static Optional<String> missing(Step step, String printed) {
    int from = 0;
    for (String line : step.prints()) {
      for (String part : line.replaceAll("127\\.0\\.0\\.1:\\d+", "…").split("…", -1)) {
        Matcher found = spaced(part).matcher(printed);
        if (!found.find(from)) {
          return Optional.of(part);
        }
        from = found.end();
      }
    }
    return Optional.empty();
  }

  private static Pattern spaced(String part) {
    return Pattern.compile(
        Arrays.stream(part.split("\\s+", -1))
            .map(word -> word.isEmpty() ? "" : Pattern.quote(word))
            .collect(Collectors.joining("\\s*")));
  }

  private static void assertShown(Step step, String printed) {
    assertThat(missing(step, printed)).as("%s printed%n%s", step.command(), printed).isEmpty();
  }
}
