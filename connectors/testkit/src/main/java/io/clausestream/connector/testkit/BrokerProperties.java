package io.clausestream.connector.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Settings of a broker that is alone, small and quick to start. */
final class BrokerProperties {

  private static final String BROKER = "BROKER";

  /** Above the largest record of any topic in the catalogue. */
  private static final int MAX_MESSAGE_BYTES = 40 << 20;

  private BrokerProperties() {}

  /**
   * All settings.
   *
   * @param ports that of the broker, then that of the controller
   */
  static Properties of(Path log, int nodeId, String controller, String host, int[] ports) {
    Properties p = new Properties();
    listeners(p, nodeId, controller, host, ports);
    alone(p);
    small(p);
    p.put("log.dirs", log.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    p.put("transaction.max.timeout.ms", millis(EmbeddedBroker.MAX_TRANSACTION_TIMEOUT));
    // An id is forgotten only after its last transaction can have expired.
    p.put(
        "transactional.id.expiration.ms",
        millis(EmbeddedBroker.MAX_TRANSACTION_TIMEOUT.multipliedBy(2)));
    // A busy machine may need more than the minute that is usual.
    p.put("initial.broker.registration.timeout.ms", millis(Duration.ofMinutes(5)));
    // A laptop may stay closed for weeks.
    p.put("offsets.retention.minutes", Long.toString(Duration.ofDays(365).toMinutes()));
    return p;
  }

  private static void listeners(
      Properties p, int nodeId, String controller, String host, int[] ports) {
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(nodeId));
    p.put("controller.quorum.voters", nodeId + "@" + host + ":" + ports[1]);
    p.put("controller.listener.names", controller);
    p.put("inter.broker.listener.name", BROKER);
    p.put(
        "listeners",
        BROKER + "://" + host + ":" + ports[0] + "," + controller + "://" + host + ":" + ports[1]);
    p.put("advertised.listeners", BROKER + "://" + host + ":" + ports[0]);
    p.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + controller + ":PLAINTEXT");
  }

  private static void alone(Properties p) {
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void small(Properties p) {
    p.put("offsets.topic.num.partitions", "2");
    p.put("transaction.state.log.num.partitions", "2");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
