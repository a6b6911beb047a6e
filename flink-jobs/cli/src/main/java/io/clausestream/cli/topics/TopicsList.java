package io.clausestream.cli.topics;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.Columns;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.console.Units;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.kafka.TopicStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream topics list}: the topics as they are. */
@Command(
    name = "list",
    description = {
      "Lists the topics of the engine as they are on the broker.",
      "Records are offsets in use, among them some that Kafka keeps for transactions; size is what"
          + " all replicas take on disk."
    })
final class TopicsList implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    KafkaConnection connection = options.broker().connection();
    Map<String, TopicStatus> found =
        options.broker().ask(connection, admin -> admin.status(TopicCatalogue.all())).stream()
            .collect(Collectors.toMap(TopicStatus::topic, Function.identity()));
    List<String> lines = options.json() ? json(found) : text(found);
    Terminal terminal = Terminal.of(spec);
    lines.forEach(terminal.out()::println);
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static List<String> text(Map<String, TopicStatus> found) {
    Columns columns =
        new Columns("TOPIC", "PARTITIONS>", "RETENTION>", "CLEANUP", "RECORDS>", "SIZE>", "HOLDS");
    for (TopicSpec topic : TopicCatalogue.all()) {
      TopicStatus status = found.get(topic.name());
      if (status == null) {
        columns.row(topic.name(), "missing", "", "", "", "", "");
      } else {
        columns.row(
            topic.name(),
            Integer.toString(status.partitions()),
            status.retention().map(Units::time).orElse("for ever"),
            status.cleanupPolicy(),
            String.format(Locale.ROOT, "%,d", status.offsets()),
            Units.bytes(status.bytes()),
            topic.recordType());
      }
    }
    return columns.lines();
  }

  private static List<String> json(Map<String, TopicStatus> found) {
    return TopicCatalogue.all().stream()
        .map(topic -> TopicLine.of(topic, Optional.ofNullable(found.get(topic.name()))))
        .toList();
  }
}
