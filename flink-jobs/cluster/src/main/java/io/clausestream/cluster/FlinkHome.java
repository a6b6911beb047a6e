package io.clausestream.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Flink's jars and the job jar are, as the module flink-jobs/distribution leaves them.
 *
 * @param root the folder; the jars of Flink are in its folder {@code lib}
 */
public record FlinkHome(Path root) {

  /** System property that names the folder. */
  public static final String PROPERTY = "clausestream.flink";

  /**
   * The folder that the system property names.
   *
   * @throws IllegalStateException when it is not set, or the folder is not whole
   */
  public static FlinkHome find() {
    String folder = System.getProperty(PROPERTY, "");
    if (folder.isBlank()) {
      throw new IllegalStateException(
          "The system property "
              + PROPERTY
              + " is not set: start with ./clausestream, which sets it, or set it to the folder"
              + " flink-jobs/distribution/target/flink of a build.");
    }
    FlinkHome home = new FlinkHome(Path.of(folder).toAbsolutePath().normalize());
    if (!Files.isRegularFile(home.jobJar())) {
      throw new IllegalStateException(
          "'"
              + home.jobJar()
              + "' is not there: build it with './mvnw -pl flink-jobs/distribution -am package"
              + " -DskipTests'.");
    }
    return home;
  }

  /** The job, for any cluster. */
  public Path jobJar() {
    return root.resolve("clausestream-job.jar");
  }

  /** The class path of Flink's processes. */
  String classPath() {
    return root.resolve("lib").resolve("*").toString();
  }
}
