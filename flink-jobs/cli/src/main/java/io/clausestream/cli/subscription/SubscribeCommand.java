package io.clausestream.cli.subscription;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.core.subscription.SubscriptionFile;
import io.clausestream.core.subscription.SubscriptionRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream subscribe}: asks a running engine for a subscription. */
@Command(
    name = "subscribe",
    description = {
      "Asks the running engine to tell a subscriber of changes, and tells its answer.",
      "The terms are asked for whole: what is admitted takes the place of all that the subscriber"
          + " had, mutes among it. Ends with 1 when the engine refuses them, which leaves those"
          + " before in force, or does not answer in time."
    })
public final class SubscribeCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SUBSCRIBER",
      description = "Id of who is told; best one that says nothing of a person.")
  private @Nullable String subscriber;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Ask for all entries of a file like that of a data folder instead.")
  private @Nullable Path file;

  @Option(
      names = "--valid-from",
      paramLabel = "INSTANT",
      description = "Tell of changes detected from then on (default: from now on).")
  private @Nullable Instant validFrom;

  @Mixin private TermsOptions terms;
  @Mixin private AskOptions ask;
  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public SubscribeCommand() {}

  @Override
  public Integer call() {
    List<SubscriptionRequest> requests = requests();
    Terminal terminal = Terminal.of(spec);
    return ask.ask(
        terminal,
        ask.connect(),
        requests.stream()
            .map(request -> SubscriptionRequests.of(request, ask.now(), ask.by()))
            .toList());
  }

  private List<SubscriptionRequest> requests() {
    if (file != null) {
      if (subscriber != null || terms.namesPlatforms()) {
        throw new ParameterException(
            spec.commandLine(), "--file names subscribers and platforms: leave them out beside it");
      }
      return read(file);
    }
    if (subscriber == null || !terms.namesPlatforms()) {
      throw new ParameterException(
          spec.commandLine(), "Name SUBSCRIBER and one or more --platform, or a --file");
    }
    return List.of(
        new SubscriptionRequest(subscriber, terms.terms(), Optional.ofNullable(validFrom)));
  }

  /**
   * The requests of a file.
   *
   * @throws UserMistake when it cannot be read or is wrong
   */
  public static List<SubscriptionRequest> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return SubscriptionFile.parse(in);
    } catch (IOException e) {
      throw new UserMistake(
          "Cannot read the file of subscriptions '" + file + "' (" + e.getMessage() + ").", e);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("'" + file + "': " + e.getMessage(), e);
    }
  }
}
