package io.clausestream.cli.deliver;

import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.delivery.Channels;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Subscription;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the feeds and lines of subscribers who are forgotten: of those who were at its start, and
 * of others as they come. A file that cannot be deleted is tried again at the next start. It has a
 * thread of its own; whoever starts it closes it.
 */
final class Forgetter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetter.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long PATIENCE_MILLIS = 3000;

  private final KafkaConnection connection;
  private final Channels channels;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "delivery-forgetter");

  private Forgetter(KafkaConnection connection, Channels channels) {
    this.connection = connection;
    this.channels = channels;
    thread.setDaemon(true);
  }

  static Forgetter start(KafkaConnection connection, Channels channels) {
    Forgetter forgetter = new Forgetter(connection, channels);
    forgetter.thread.start();
    return forgetter;
  }

  private void run() {
    try {
      while (goesOn()) {
        follow();
        closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is there first, as its last record of each says; then each as it comes. */
  private void follow() {
    Set<String> gone = new HashSet<>();
    boolean[] live = {false};
    try (TopicReader<Subscription> reader =
        TopicReader.fromBeginning(connection, TopicCatalogue.SUBSCRIPTIONS, Subscription.class)
            .hearing(id -> hear(id, live[0], gone))) {
      reader.readToEnd(subscription -> gone.remove(subscription.getSubscriberId()));
      gone.forEach(this::forget);
      live[0] = true;
      while (goesOn()) {
        reader.poll(subscription -> {});
      }
    } catch (KafkaException e) {
      if (goesOn()) {
        LOG.warn("The forgotten subscribers are read once more: {}", e.toString());
      }
    }
  }

  private void hear(String subscriberId, boolean live, Set<String> gone) {
    if (live) {
      forget(subscriberId);
    } else {
      gone.add(subscriberId);
    }
  }

  private void forget(String subscriberId) {
    try {
      channels.forget(subscriberId);
    } catch (IOException e) {
      LOG.warn("A file of a forgotten subscriber stays until the next start: {}", e.toString());
    }
  }

  private boolean goesOn() {
    return closing.getCount() > 0;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE_MILLIS);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
