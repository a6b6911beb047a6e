package io.clausestream.connector.testkit;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Topics of a test's own, so that tests can share a broker. */
public final class Topics {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Topics() {}

  /** A name that no other test of this JVM gets. */
  public static String unique(String prefix) {
    return prefix + "-" + COUNT.incrementAndGet();
  }

  /** Creates a topic like the given one under a name of its own, and answers that name. */
  public static String create(KafkaConnection connection, TopicSpec like) {
    TopicSpec topic = like.withName(unique(like.name()));
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      admin.create(List.of(topic));
    }
    return topic.name();
  }
}
