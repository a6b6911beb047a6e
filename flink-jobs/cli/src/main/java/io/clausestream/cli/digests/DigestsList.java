package io.clausestream.cli.digests;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicListing;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Digest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream digests list}. */
@Command(
    name = "list",
    description = {
      "Lists the digests in the order of their weeks' ends.",
      "Reads the topic digests, committed records only."
    })
final class DigestsList implements Callable<Integer> {

  @Option(names = "--subscriber", paramLabel = "ID", description = "Only those of a subscriber.")
  private @Nullable String subscriber;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only those of weeks that end later: 2026-01-05, or with time.")
  private @Nullable Instant since;

  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    new TopicListing<>(
            terminal, TopicCatalogue.DIGESTS, Digest.class, digest -> line(digest, terminal))
        .printOr(broker.connect(TopicCatalogue.DIGESTS), format.told("No digests."));
    return ExitCode.OK;
  }

  private Optional<KeyedLine> line(Digest digest, Terminal terminal) {
    boolean chosen =
        (subscriber == null || subscriber.equals(digest.getSubscriberId()))
            && (since == null || digest.getUntil().isAfter(since));
    return chosen
        ? Optional.of(
            KeyedLine.byTime(
                digest.getUntil(),
                digest.getSubscriberId(),
                digest.getDigestId(),
                format.json()
                    ? DigestJson.line(digest)
                    : DigestText.line(digest, terminal.palette())))
        : Optional.empty();
  }
}
