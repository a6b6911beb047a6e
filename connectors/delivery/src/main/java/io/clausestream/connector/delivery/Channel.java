package io.clausestream.connector.delivery;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;

/**
 * A way to subscribers, for example by mail. One object serves all of them; many threads call it at
 * once, and one call may take as long as its time limit. Whoever opened it closes it.
 */
public interface Channel extends AutoCloseable {

  /** The kind of channel of subscriptions that it serves. */
  ChannelKind kind();

  /**
   * Names what can be slow or dead as a whole: the host and port of an address, the server of mail,
   * the file. Deliveries with one key share a circuit and a limit of concurrency.
   *
   * @param channel the subscriber's
   */
  String circuit(SubscriptionChannel channel);

  /**
   * Tries once. The message's id goes along, so that who gets it twice can tell.
   *
   * @param message what
   * @param recipient to whom
   * @param channel where to
   * @return what it came to; never throws for anything that the other side does
   * @throws InterruptedException when the thread is asked to stop; whether the message went out is
   *     not known then
   */
  SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException;

  @Override
  void close();
}
