package io.clausestream.connector.delivery.webhook;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.FoundSecret;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.http.Poster;
import io.clausestream.connector.delivery.http.TargetHost;
import io.clausestream.connector.delivery.json.MessageJson;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts messages as JSON, with the headers of Standard Webhooks; signed when the channel names a
 * secret. Threads may share it. It does not close the poster.
 */
public final class WebhookChannel implements Channel {

  private final Poster poster;
  private final Secrets secrets;
  private final int mostBytes;
  private final Clock clock;

  /**
   * The channel.
   *
   * @param poster sends
   * @param secrets the keys
   * @param mostBytes size of a body, beyond which parts of the message are left out
   * @param clock for the time stamp of the signature
   */
  public WebhookChannel(Poster poster, Secrets secrets, int mostBytes, Clock clock) {
    this.poster = poster;
    this.secrets = secrets;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public String circuit(SubscriptionChannel channel) {
    return "webhook:" + TargetHost.of(channel.getTarget());
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    Optional<byte[]> body = MessageJson.of(message, mostBytes);
    if (body.isEmpty()) {
      return new Failed(
          "TOO_LARGE",
          "The message is larger than %d bytes even without its texts.".formatted(mostBytes));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    long timestamp = clock.instant().getEpochSecond();
    headers.put("webhook-id", message.messageId());
    headers.put("webhook-timestamp", Long.toString(timestamp));
    if (channel.getSecret() == null) {
      return poster.post(channel.getTarget(), headers, body.get());
    }
    FoundSecret found = FoundSecret.of(secrets, recipient.subscriberId(), channel.getSecret());
    Optional<Signer> signer = found.secret().flatMap(Signer::of);
    if (signer.isEmpty()) {
      return found.failure().orElseGet(() -> invalid(channel.getSecret()));
    }
    headers.put("webhook-signature", signer.get().sign(message.messageId(), timestamp, body.get()));
    return poster.post(channel.getTarget(), headers, body.get());
  }

  private static SendResult invalid(String name) {
    return new Failed(
        "SECRET_INVALID",
        "Secret '%s' is no key of a webhook; each line is whsec_ and 24 to 64 bytes in base64."
            .formatted(name));
  }

  @Override
  public void close() {
    // The poster is closed by whoever opened it.
  }
}
