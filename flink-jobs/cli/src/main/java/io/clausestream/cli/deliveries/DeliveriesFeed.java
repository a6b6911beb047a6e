package io.clausestream.cli.deliveries;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.feed.FeedPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream deliveries feed}. */
@Command(
    name = "feed",
    description = {
      "Tells where the feed of a subscriber is, from the secret of the feeds; asks no broker.",
      "Whoever has the address reads the feed. It is there from the first message on."
    })
final class DeliveriesFeed implements Callable<Integer> {

  @Parameters(paramLabel = "SUBSCRIBER", description = "Id of the subscriber.")
  private String subscriber;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "The feed of the alerts of one platform (default: of all messages).")
  private @Nullable String platform;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "",
      description = "Where feeds are served, such as https://feeds.marrowby.example.")
  private String server;

  @Mixin private FeedSecretOptions secret;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String address = server.replaceAll("/+$", "") + path(secret.read());
    Terminal terminal = Terminal.of(spec);
    terminal
        .out()
        .println(format.json() ? DeliveryJson.feed(subscriber, platform, address) : address);
    terminal.out().flush();
    return ExitCode.OK;
  }

  private String path(Secret key) {
    try {
      return FeedPaths.path(key, subscriber, Optional.ofNullable(platform));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /** Where the secret of the feeds is. */
  static final class FeedSecretOptions {

    @Option(
        names = "--secrets",
        paramLabel = "FOLDER",
        description = "Folder of secrets, a file each (default: data/secrets, that of up).")
    private Path folder = Path.of("data", "secrets");

    @Option(
        names = "--feed-secret",
        paramLabel = "NAME",
        defaultValue = "feeds",
        description = "Name of the secret of the feeds (default: ${DEFAULT-VALUE}).")
    private String name;

    Secret read() {
      try {
        return new Secrets(Optional.of(folder), System.getenv())
            .find(name)
            .orElseThrow(() -> new UserMistake(missing()));
      } catch (IOException e) {
        throw new UserMistake(
            "The file of secret '" + name + "' cannot be read; check its permissions.", e);
      }
    }

    private String missing() {
      return "Secret '%s' is neither a file of '%s' nor a variable: name its folder with --secrets."
          .formatted(name, folder);
    }
  }
}
