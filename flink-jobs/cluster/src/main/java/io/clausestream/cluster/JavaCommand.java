package io.clausestream.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts together how a JVM of a cluster is started. */
final class JavaCommand {

  /** Quick to start rather than quick for ever; what Flink and Kafka need opened. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Dfile.encoding=UTF-8",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED");

  /**
   * Ctrl-C in a terminal goes to all its processes at once; whoever started ours ends them in
   * order. A JVM that starts with SIGINT ignored leaves it so.
   */
  private static final List<String> WITHOUT_INTERRUPT =
      List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

  private final List<String> options = new ArrayList<>();
  private final ClusterFolder folder;
  private final String classPath;
  private final String mainClass;

  JavaCommand(ClusterFolder folder, String classPath, String mainClass) {
    this.folder = folder;
    this.classPath = classPath;
    this.mainClass = mainClass;
    // First, so that it is seen in the list of processes, which cuts off.
    options.add(mark(folder));
    options.addAll(OPTIONS);
    options.add("-Dlog4j2.configurationFile=" + folder.conf().resolve(ClusterConfig.LOGGING));
  }

  /** What tells the processes of a cluster from all others. */
  static String mark(ClusterFolder folder) {
    return "-Dclausestream.cluster=" + folder.root();
  }

  JavaCommand options(List<String> more) {
    options.addAll(more);
    return this;
  }

  /** A program that has not been started. Flink's web pages show the log of this property, too. */
  ClusterProcess process(String name, List<String> arguments) {
    options.add("-Dlog.file=" + ClusterProcess.log(folder, name));
    return new ClusterProcess(name, builder(arguments), folder);
  }

  ProcessBuilder builder(List<String> arguments) {
    List<String> command = new ArrayList<>(WITHOUT_INTERRUPT);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Not an argument: it can be long.
    builder.environment().put("CLASSPATH", classPath);
    builder.environment().put("FLINK_CONF_DIR", folder.conf().toString());
    return builder;
  }
}
