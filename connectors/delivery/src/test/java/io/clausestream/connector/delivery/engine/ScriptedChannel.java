package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A channel whose targets do as a test says, and which keeps what they took. */
final class ScriptedChannel implements Channel {

  private final Script script;
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final List<String> delivered = new ArrayList<>();
  private final List<Recipient> recipients = new ArrayList<>();

  /** What a target does. */
  interface Script {
    SendResult answer(String messageId, String target, int attempt) throws InterruptedException;
  }

  ScriptedChannel(Script script) {
    this.script = script;
  }

  static ScriptedChannel takingAll() {
    return new ScriptedChannel((id, target, attempt) -> new SendResult.Delivered());
  }

  static SendResult busy() {
    return new SendResult.Retry("HTTP_STATUS", "The server answered 503.", Optional.empty());
  }

  static SendResult hang() throws InterruptedException {
    new CountDownLatch(1).await();
    return busy();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public String circuit(SubscriptionChannel channel) {
    return channel.getTarget();
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    String key = message.messageId() + "@" + channel.getTarget();
    int attempt = attempts.merge(key, 1, Integer::sum);
    SendResult result = script.answer(message.messageId(), channel.getTarget(), attempt);
    if (result instanceof SendResult.Delivered) {
      took(key, recipient);
    }
    return result;
  }

  private synchronized void took(String key, Recipient recipient) {
    delivered.add(key);
    recipients.add(recipient);
  }

  /** Message and target of each delivery, in order. */
  synchronized List<String> delivered() {
    return List.copyOf(delivered);
  }

  synchronized List<Recipient> recipients() {
    return List.copyOf(recipients);
  }

  int attempts(String messageId, String target) {
    return attempts.getOrDefault(messageId + "@" + target, 0);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
