package io.clausestream.connector.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a process of its own, as a reader of the docs starts it. */
record Program(List<String> command) {

  private static final long PATIENCE_SECONDS = 90;
  private static final Path SCRIPTS = Path.of("python");

  /** A main class of this module. */
  static Program java(Class<?> main) {
    return new Program(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
  }

  /** A script, where a Python with the modules that it needs is installed. */
  static Optional<Program> python(String script) {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(Program::hasModules)
        .map(python -> new Program(List.of(python, SCRIPTS.resolve(script).toString())))
        .findFirst();
  }

  private static boolean hasModules(String python) {
    try {
      Process probe =
          new ProcessBuilder(python, "-c", "import confluent_kafka, avro.schema")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs it to its end and answers the lines that it printed. */
  List<String> run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            command.get(command.size() - 1)
                + " did not end well: "
                + Files.readString(err)
                + Files.readString(out));
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
