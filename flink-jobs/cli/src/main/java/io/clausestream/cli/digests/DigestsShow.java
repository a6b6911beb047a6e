package io.clausestream.cli.digests;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream digests show}. */
@Command(name = "show", description = "Shows one digest with its changes, most severe first.")
final class DigestsShow implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Parameters(paramLabel = "ID", description = "Id of the digest, or the beginning of it.")
  private String id;

  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Digest digest = find();
    Terminal terminal = Terminal.of(spec);
    if (format.json()) {
      terminal.out().println(DigestJson.whole(digest));
    } else {
      DigestText.whole(digest, terminal.palette()).forEach(terminal.out()::println);
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private Digest find() {
    Map<String, Digest> found = new LinkedHashMap<>();
    try (TopicReader<Digest> digests =
        TopicReader.fromBeginning(
            broker.connect(TopicCatalogue.DIGESTS), TopicCatalogue.DIGESTS, Digest.class)) {
      digests.readToEnd(
          digest -> {
            if (digest.getDigestId().startsWith(id)) {
              found.put(digest.getDigestId(), digest);
            }
          });
    }
    if (found.size() == 1) {
      return found.values().iterator().next();
    }
    throw new UserMistake(
        found.isEmpty()
            ? "No digest has the id '" + id + "': see 'clausestream digests list'."
            : found.size() + " digests have an id that begins with '" + id + "': say more.");
  }
}
