package io.clausestream.pipeline.settings;

/** Environment variables that the launcher script and the logs read; they set no option. */
public enum LauncherVariable {
  /** Options for Java. */
  JAVA_OPTS(
      "CLAUSESTREAM_JAVA_OPTS",
      "Further options for the Java of the clausestream command, for example -Xmx2g."),
  /** The JDK. */
  JAVA_HOME(
      "JAVA_HOME", "JDK that the clausestream command runs on. Without it, the java on the PATH."),
  /** Form of the logs. */
  LOG_FORMAT(
      "CLAUSESTREAM_LOG_FORMAT",
      "Form of the log of the clausestream command: text, or json for one JSON object a line, with"
          + " the ids of document, change and delivery as fields. Without it, text."),
  /** Depth of the logs. */
  LOG_LEVEL(
      "CLAUSESTREAM_LOG_LEVEL",
      "Least level of the engine's own lines in that log: error, warn, info or debug. Without it,"
          + " info."),
  /** Size of the logs. */
  LOG_SIZE(
      "CLAUSESTREAM_LOG_SIZE",
      "Size at which a file of the logs of up and cluster up is full, for example 4 MB; three older"
          + " ones are kept. Without it, 8 MB, and 16 MB for each process of cluster up."),
  /** Colours. */
  NO_COLOR("NO_COLOR", "Set to anything, the clausestream command prints without colours.");

  private final String variable;
  private final String description;

  LauncherVariable(String variable, String description) {
    this.variable = variable;
    this.description = description;
  }

  /** Its name. */
  public String variable() {
    return variable;
  }

  /** What it is for. */
  public String description() {
    return description;
  }
}
