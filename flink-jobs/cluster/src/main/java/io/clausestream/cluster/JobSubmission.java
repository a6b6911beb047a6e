package io.clausestream.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the job jar to a cluster by Flink's command line, as people do by hand. */
public final class JobSubmission {

  private static final Pattern SENT = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final ClusterPrograms programs;
  private final ClusterSpec spec;
  private Optional<String> from = Optional.empty();
  private int parallelism;

  JobSubmission(ClusterPrograms programs, ClusterSpec spec) {
    this.programs = programs;
    this.spec = spec;
    this.parallelism = spec.parallelism();
  }

  /** Lets the job go on from a savepoint or checkpoint, which is the job's from then on. */
  public JobSubmission from(String savepoint) {
    from = Optional.of(savepoint);
    return this;
  }

  /** Subtasks of each operator; all slots of the cluster unless told otherwise. */
  public JobSubmission parallelism(int subtasks) {
    parallelism = subtasks;
    return this;
  }

  /**
   * Sends it and returns when the cluster has it.
   *
   * @param arguments of the job: {@code --key value}
   * @return the id of the job
   * @throws JobRefusedException when the job or the cluster does not want it; says why
   */
  public String run(List<String> arguments) throws IOException, InterruptedException {
    Path log = spec.folder().logs().resolve("submit.log");
    Process client =
        programs
            .client(words(arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code = client.waitFor();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Matcher sent = SENT.matcher(output);
    if (code != 0 || !sent.find()) {
      throw new JobRefusedException(
          Causes.innermost(output).orElse("The job was not accepted") + " (more in '" + log + "')");
    }
    return sent.group(1);
  }

  private List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("run", "--detached"));
    words.addAll(List.of("--parallelism", Integer.toString(parallelism)));
    from.ifPresent(
        savepoint -> words.addAll(List.of("--fromSavepoint", savepoint, "--claimMode", "CLAIM")));
    words.add(spec.home().jobJar().toString());
    words.addAll(arguments);
    return words;
  }
}
