package io.clausestream.connector.delivery.slack;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.FoundSecret;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.http.Poster;
import io.clausestream.connector.delivery.text.Tellings;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.util.Map;
import java.util.Optional;

/**
 * Posts messages to incoming webhooks of Slack, whose URL is the value of the channel's secret.
 * Threads may share it. It does not close the poster.
 */
public final class SlackChannel implements Channel {

  private final Poster poster;
  private final Secrets secrets;

  /**
   * The channel.
   *
   * @param poster sends
   * @param secrets the URLs
   */
  public SlackChannel(Poster poster, Secrets secrets) {
    this.poster = poster;
    this.secrets = secrets;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SLACK;
  }

  /** Each webhook of Slack has limits of its own. */
  @Override
  public String circuit(SubscriptionChannel channel) {
    return "slack:" + (channel.getSecret() == null ? "none" : channel.getSecret());
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    if (channel.getSecret() == null) {
      return new Failed(
          "SECRET_MISSING", "The channel names no secret; name the one that holds Slack's URL.");
    }
    FoundSecret found = FoundSecret.of(secrets, recipient.subscriberId(), channel.getSecret());
    Optional<SendResult> failure = found.failure();
    if (failure.isPresent()) {
      return failure.get();
    }
    String url = found.secret().map(Secret::value).orElseThrow();
    byte[] body = SlackMessage.of(Tellings.of(message, recipient), message.messageId());
    return poster.post(url, Map.of("webhook-id", message.messageId()), body);
  }

  @Override
  public void close() {
    // The poster is closed by whoever opened it.
  }
}
