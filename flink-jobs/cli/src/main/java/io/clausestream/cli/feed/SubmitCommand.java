package io.clausestream.cli.feed;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream submit}: one capture of a page into the topic of page fetches. */
@Command(
    name = "submit",
    description = {
      "Sends a file, as it was fetched from a URL, to the topic page-fetches.",
      "The first capture of a document is its version 1; each later one is compared with what the"
          + " engine remembers. Captures of one document must come in the order of their time."
    })
public final class SubmitCommand implements Callable<Integer> {

  private static final int MAX_BODY_BYTES = 32 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SOURCE = "/clausestream/submit";

  @Option(
      names = "--wait",
      description = "Wait for the verdict, a minute at most, and print it; 1 when there is none.")
  private boolean wait;

  @Mixin private CaptureOptions capture;
  @Mixin private BrokerOptions broker;
  @Spec private CommandSpec spec;

  private final InstantSource clock = InstantSource.system();

  /** Called by picocli. */
  public SubmitCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    FetchedPage page = page();
    KafkaConnection connection = broker.connect(TopicCatalogue.PAGE_FETCHES);
    if (!wait) {
      send(page, connection, terminal);
      terminal
          .out()
          .println(
              "Add --wait to see what becomes of it; changes are told by 'clausestream changes'.");
      terminal.out().flush();
      return ExitCode.OK;
    }
    // From here on, so that no older verdict is taken for this one.
    try (VerdictReader reader = new VerdictReader(connection)) {
      RecordMetadata place = send(page, connection, terminal);
      return report(terminal, reader.await(page.getFetchId(), place, PATIENCE, clock));
    }
  }

  private FetchedPage page() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return SubmittedPage.of(
        read(), String.valueOf(capture.file().getFileName()), capture.said(now));
  }

  private byte[] read() {
    try (InputStream in = Files.newInputStream(capture.file())) {
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw new UserMistake(
            "The file '"
                + capture.file()
                + "' is larger than 32 MiB, which no page may be: cut it.");
      }
      return body;
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot read the file '" + capture.file() + "': name the file that holds the page.", e);
    }
  }

  private RecordMetadata send(FetchedPage page, KafkaConnection connection, Terminal terminal) {
    try (PageFetchWriter writer = new PageFetchWriter(connection, SOURCE)) {
      RecordMetadata place = writer.send(page).get();
      terminal
          .out()
          .printf(
              "Sent fetch %s of document '%s', fetched %s.%n",
              page.getFetchId(), page.getDocumentId(), page.getFetchedAt());
      terminal.out().flush();
      return place;
    } catch (ExecutionException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("Stopped before the broker had the capture: send it again.", e);
    }
  }

  private UserMistake refused(Throwable cause) {
    return cause instanceof RecordTooLargeException
        ? new UserMistake(
            "The file '"
                + capture.file()
                + "' is larger, compressed, than the 8 MiB that a record may have.",
            cause)
        : new UserMistake(
            "The broker did not take the capture ("
                + cause.getMessage()
                + "): send it again when it is well.",
            cause);
  }

  private int report(Terminal terminal, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      terminal
          .out()
          .printf(
              "No verdict within %d s: the engine is not running or behind, or a suspicious change"
                  + " waits for the next capture to confirm it.%n",
              PATIENCE.toSeconds());
      terminal.out().flush();
      return ExitCode.DIFFERS;
    }
    terminal.out().println(verdict.get().sentence());
    ChangeText text = new ChangeText(terminal.palette(), terminal.width());
    verdict.get().change().ifPresent(change -> terminal.out().println(text.render(change)));
    terminal.out().flush();
    return verdict.get().refused() ? ExitCode.DIFFERS : ExitCode.OK;
  }
}
