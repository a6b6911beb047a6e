package io.clausestream.connector.delivery;

import io.clausestream.connector.delivery.mail.MailSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the channels need to know. Immutable; holds no secret, only names of them.
 *
 * @param allowedTargets networks, addresses and hosts that messages may go to beyond the public
 *     internet, such as {@code 127.0.0.0/8}
 * @param callLimit how long an attempt by webhook, Slack or mail may take as a whole
 * @param mostWebhookBytes size of the body of a webhook, beyond which parts are left out
 * @param userAgent how the HTTP client names itself
 * @param mail the server of mails; empty: there is no channel of mail
 * @param feedFolder where feeds are; empty: there is no channel of feeds
 * @param mostFeedEntries the newest so many stay in a feed
 * @param linesFolder where files of lines are; empty: there is no channel of lines
 */
public record ChannelSettings(
    List<String> allowedTargets,
    Duration callLimit,
    int mostWebhookBytes,
    String userAgent,
    Optional<MailSettings> mail,
    Optional<Path> feedFolder,
    int mostFeedEntries,
    Optional<Path> linesFolder) {

  /** Below this no message with a change fits. */
  private static final int LEAST_WEBHOOK_BYTES = 16_384;

  /** Checks the numbers. */
  public ChannelSettings {
    allowedTargets = List.copyOf(allowedTargets);
    require(
        callLimit.toMillis() > 0 && callLimit.toMillis() <= Integer.MAX_VALUE,
        "The limit of a call is " + callLimit + "; it must be positive and below 24 days.");
    require(
        mostWebhookBytes >= LEAST_WEBHOOK_BYTES,
        "The size of webhooks is " + mostWebhookBytes + "; set 16384 bytes or more.");
    require(
        mostFeedEntries > 0,
        "The number of entries of a feed is " + mostFeedEntries + "; set 1 or more.");
  }

  /** Webhooks and Slack to the public internet: 30 seconds, 256 KiB; 200 entries of feeds. */
  public static ChannelSettings defaults() {
    return new ChannelSettings(
        List.of(),
        Duration.ofSeconds(30),
        256 << 10,
        "Clausestream",
        Optional.empty(),
        Optional.empty(),
        200,
        Optional.empty());
  }

  /** These, with other targets allowed. */
  public ChannelSettings withAllowedTargets(List<String> targets) {
    return new ChannelSettings(
        targets,
        callLimit,
        mostWebhookBytes,
        userAgent,
        mail,
        feedFolder,
        mostFeedEntries,
        linesFolder);
  }

  /** These, with another limit of a call. */
  public ChannelSettings withCallLimit(Duration limit) {
    return new ChannelSettings(
        allowedTargets,
        limit,
        mostWebhookBytes,
        userAgent,
        mail,
        feedFolder,
        mostFeedEntries,
        linesFolder);
  }

  /** These, with a server of mails. */
  public ChannelSettings withMail(MailSettings server) {
    return new ChannelSettings(
        allowedTargets,
        callLimit,
        mostWebhookBytes,
        userAgent,
        Optional.of(server),
        feedFolder,
        mostFeedEntries,
        linesFolder);
  }

  /** These, with feeds in the folder. */
  public ChannelSettings withFeeds(Path folder) {
    return new ChannelSettings(
        allowedTargets,
        callLimit,
        mostWebhookBytes,
        userAgent,
        mail,
        Optional.of(folder),
        mostFeedEntries,
        linesFolder);
  }

  /** These, with files of lines in the folder. */
  public ChannelSettings withLines(Path folder) {
    return new ChannelSettings(
        allowedTargets,
        callLimit,
        mostWebhookBytes,
        userAgent,
        mail,
        feedFolder,
        mostFeedEntries,
        Optional.of(folder));
  }

  private static void require(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
