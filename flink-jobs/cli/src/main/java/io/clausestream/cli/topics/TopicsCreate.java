package io.clausestream.cli.topics;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream topics create}: what is missing. */
@Command(
    name = "create",
    description = {
      "Creates the topics that are missing, with the broker's own replication.",
      "Leaves those that exist as they are: see 'topics check' for how they differ."
    })
final class TopicsCreate implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    KafkaConnection connection = options.broker().connection();
    List<String> created = options.broker().ask(connection, TopicAdmin::create);
    Terminal terminal = Terminal.of(spec);
    created.forEach(
        topic ->
            terminal.out().println(options.json() ? TopicLine.created(topic) : "created " + topic));
    if (!options.json() && created.isEmpty()) {
      terminal.out().println("All " + TopicCatalogue.all().size() + " topics exist.");
    }
    terminal.out().flush();
    return ExitCode.OK;
  }
}
