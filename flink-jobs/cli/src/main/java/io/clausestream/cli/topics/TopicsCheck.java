package io.clausestream.cli.topics;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicDifference;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream topics check}: how the topics differ from the catalogue. */
@Command(
    name = "check",
    description = {
      "Says how the topics on the broker differ from the catalogue, each with its remedy.",
      "Changes nothing. Ends with 1 when anything differs."
    })
final class TopicsCheck implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    KafkaConnection connection = options.broker().connection();
    List<TopicDifference> differences = options.broker().ask(connection, TopicAdmin::check);
    Terminal terminal = Terminal.of(spec);
    for (TopicDifference difference : differences) {
      String remedy = remedy(difference, connection);
      terminal
          .out()
          .println(options.json() ? TopicLine.of(difference, remedy) : text(difference, remedy));
    }
    if (!options.json()) {
      long topics = differences.stream().map(TopicDifference::topic).distinct().count();
      terminal
          .out()
          .println(
              differences.isEmpty()
                  ? "All " + TopicCatalogue.all().size() + " topics are as the catalogue has them."
                  : topics + " of " + TopicCatalogue.all().size() + " topics differ.");
    }
    terminal.out().flush();
    return differences.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }

  private static String text(TopicDifference difference, String remedy) {
    String what =
        switch (difference.kind()) {
          case MISSING -> "is missing";
          case PARTITIONS, CONFIG ->
              "has %s=%s, the catalogue %s"
                  .formatted(difference.setting(), difference.actual(), difference.expected());
        };
    return "%s %s: %s".formatted(difference.topic(), what, remedy);
  }

  private static String remedy(TopicDifference difference, KafkaConnection connection) {
    return switch (difference.kind()) {
      case MISSING -> "clausestream topics create";
      case PARTITIONS ->
          "keep them once the topic holds records, for a change moves keys; an empty topic delete"
              + " and create anew";
      case CONFIG ->
          "kafka-configs.sh --bootstrap-server %s --alter --entity-type topics --entity-name %s --add-config %s=%s"
              .formatted(
                  connection.bootstrapServers(),
                  difference.topic(),
                  difference.setting(),
                  difference.expected());
    };
  }
}
