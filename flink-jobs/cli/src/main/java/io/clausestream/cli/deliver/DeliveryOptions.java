package io.clausestream.cli.deliver;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.ChannelSettings;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.engine.EngineSettings;
import io.clausestream.connector.delivery.engine.RetryPolicy;
import io.clausestream.pipeline.wire.EngineVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How messages reach subscribers: the options that {@code deliver} and {@code up} share. */
public final class DeliveryOptions {

  private static final RetryPolicy USUAL = RetryPolicy.defaults();

  @Option(
      names = "--allow-target",
      paramLabel = "TARGET",
      description =
          "Network such as 10.2.0.0/16, address or host that messages may go to beyond the public"
              + " internet; may come again.")
  private List<String> allowedTargets = new ArrayList<>();

  @Option(
      names = "--call-limit",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long an attempt may take as a whole (default: ${DEFAULT-VALUE}).")
  private int callLimit;

  @Option(
      names = "--max-attempts",
      paramLabel = "N",
      defaultValue = "40",
      description = "After so many attempts a delivery is given up (default: ${DEFAULT-VALUE}).")
  private int maxAttempts;

  @Option(
      names = "--max-age",
      paramLabel = "HOURS",
      defaultValue = "72",
      description =
          "So long after its first attempt a delivery is given up (default: ${DEFAULT-VALUE}).")
  private int maxAge;

  @ArgGroup(exclusive = false)
  private @Nullable MailOptions mail;

  /** Called by picocli. */
  public DeliveryOptions() {}

  /**
   * The channels, but for those of files.
   *
   * @throws UserMistake when an option is wrong
   */
  public ChannelSettings channels() {
    try {
      AllowedTargets.of(allowedTargets);
      ChannelSettings settings =
          ChannelSettings.defaults()
              .withAllowedTargets(allowedTargets)
              .withCallLimit(Duration.ofSeconds(callLimit));
      return mail == null ? settings : settings.withMail(mail.settings());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The engine.
   *
   * @param group consumer group
   * @param instance name of this process in it
   * @throws UserMistake when an option is wrong
   */
  public EngineSettings engine(String group, String instance) {
    try {
      return EngineSettings.defaults(EngineVersion.current())
          .withGroup(group, instance)
          .withRetry(
              new RetryPolicy(
                  USUAL.first(),
                  USUAL.longest(),
                  USUAL.longestAsked(),
                  maxAttempts,
                  Duration.ofHours(maxAge)));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }
}
