package io.clausestream.pipeline.docs;

import static io.clausestream.pipeline.docs.MarkdownTable.code;

import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.settings.KnownOption;
import io.clausestream.pipeline.settings.KnownOptions;
import io.clausestream.pipeline.settings.LauncherVariable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/** Writes configuration.md from the options themselves. */
final class ConfigurationPage {

  private static final String HEAD =
      """
      # Configuration

      <!-- Generated from the code; a test fails when it differs. Do not edit: see the end. -->

      A setting has one key everywhere. Of several places the last in this list wins:

      1. the option's default, below;
      2. what the job, or `clausestream up`, wants otherwise;
      3. the `config.yaml` of the cluster (a job that is sent to one), then that of the folder that
         `--config FOLDER` names;
      4. an environment variable: the key in capitals, with `_` for each dot and dash;
      5. an argument: `-D key=value` of the `clausestream` command, `--key value` of the job.

      `./clausestream config` prints what is in force and where each value comes from (`--for job`
      for a job on a cluster, `--format jsonl` for programs). Secrets are masked.

      Flink's own settings go into the same file and arguments, under Flink's keys; environment
      variables set the engine's only.

      A key of the engine that does not exist, an environment variable that begins with
      `CLAUSESTREAM_` and sets nothing, and a value that cannot be read are refused in one line, with
      the nearest key or an example. (Variables that Kubernetes makes for a service of the name
      clausestream are left alone.)

      An option with **entries** is put together entry by entry from all places:

      | where | how |
      | --- | --- |
      | file | `clausestream.kafka.properties.security.protocol: SASL_SSL`, nested or not |
      | environment | `CLAUSESTREAM_KAFKA_PROPERTIES_SECURITY_PROTOCOL=SASL_SSL`; below the option's own name `_` is a dot |
      | argument | `-D clausestream.kafka.properties.security.protocol=SASL_SSL` |

      A password belongs into the environment or a file that only the engine may read, not into an
      argument, which every user of the machine can see.

      `clausestream up` settles some itself and refuses them: the brokers and their properties, the
      folder of checkpoints, the checkpoint to go on from, the port of the web pages (`--web-port`).
      """;

  private static final String TAIL =
      """

      ## This page

      It is written by `ReferencePagesTest` from the `...Options` classes of
      `flink-jobs/pipeline`. A new class or option shows up by itself; write the page anew with

      ```
      ./mvnw test -pl flink-jobs/pipeline -am -Dtest=ReferencePagesTest \\
        -Dsurefire.failIfNoSpecifiedTests=false -Dclausestream.docs=write
      ```
      """;

  private ConfigurationPage() {}

  static String render() {
    StringBuilder page = new StringBuilder(HEAD);
    byWord()
        .forEach(
            (word, options) ->
                page.append("\n## ").append(word).append("\n\n").append(options(options)));
    return page.append(flink()).append(launcher()).append(TAIL).toString();
  }

  private static Map<String, List<KnownOption>> byWord() {
    return KnownOptions.shipped().all().stream()
        .collect(Collectors.groupingBy(KnownOption::word, TreeMap::new, Collectors.toList()));
  }

  private static MarkdownTable options(List<KnownOption> options) {
    MarkdownTable table =
        new MarkdownTable("key, environment variable", "values", "default", "what");
    options.forEach(
        option ->
            table.row(
                code(option.key()) + "<br>" + code(option.variable()),
                option.typeName(),
                option.defaultText().isEmpty() ? "none" : code(option.defaultText()),
                option.description()));
    return table;
  }

  private static String flink() {
    Configuration defaults = DetectChangesJob.defaults();
    MarkdownTable table = new MarkdownTable("key", "value");
    new TreeMap<>(defaults.toMap()).forEach((key, value) -> table.row(code(key), code(value)));
    return "\n## Flink's settings as the job has them\n\n"
        + "All others are as Flink has them; each can be set otherwise.\n\n"
        + table;
  }

  private static String launcher() {
    MarkdownTable table = new MarkdownTable("environment variable", "what");
    for (LauncherVariable variable : LauncherVariable.values()) {
      table.row(code(variable.variable()), variable.description());
    }
    return "\n## The clausestream command\n\n" + table;
  }
}
