package io.clausestream.connector.testkit;

import io.clausestream.connector.kafka.KafkaConnection;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this JVM: one node that is broker and controller, on 127.0.0.1 only, without
 * encryption or authentication. Its folder holds all it knows: started again on the same folder,
 * also after the process was killed, it is the same cluster with the same topics, records and
 * transactions. Topics are not created by themselves. Transactions may stay open for {@link
 * #MAX_TRANSACTION_TIMEOUT}.
 *
 * <p>Whoever starts it closes it; that stops it in order and ends its threads (two daemon threads
 * of its metrics library stay, once per JVM). It takes some 2 s to start the first time in a JVM.
 * Threads may share it.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Longest transaction timeout that the broker grants. */
  public static final Duration MAX_TRANSACTION_TIMEOUT = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String HOST = "127.0.0.1";
  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final BrokerFolder folder;
  private final KafkaRaftServer server;
  private final String clusterId;
  private final int port;
  private final OptionalInt securedPort;

  private EmbeddedBroker(
      BrokerFolder folder,
      KafkaRaftServer server,
      String clusterId,
      int port,
      OptionalInt securedPort) {
    this.folder = folder;
    this.server = server;
    this.clusterId = clusterId;
    this.port = port;
    this.securedPort = securedPort;
  }

  /**
   * Starts a broker and returns when it serves clients.
   *
   * @param folder where it keeps all; made and formatted when it is not there
   * @param port where clients connect; empty: any free one, another at each start
   * @throws BrokerStartException when the port is taken, the folder is in use or cannot be written,
   *     or the broker fails to start
   */
  public static EmbeddedBroker start(Path folder, OptionalInt port) {
    return start(folder, port, Optional.empty());
  }

  /**
   * Starts a broker with a second listener that takes clients over TLS, logged in by SCRAM, and
   * lets each do only what an ACL allows. Who connects to the first may do all: it is for whoever
   * makes users, ACLs and topics.
   *
   * @param key the listener's
   */
  public static EmbeddedBroker startSecured(Path folder, ServerKey key) {
    return start(folder, OptionalInt.empty(), Optional.of(key));
  }

  private static EmbeddedBroker start(Path folder, OptionalInt port, Optional<ServerKey> key) {
    BrokerFolder opened = BrokerFolder.open(folder.toAbsolutePath());
    try {
      return start(opened, port, key);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** How clients connect. */
  public KafkaConnection connection() {
    return KafkaConnection.of(bootstrapServers());
  }

  /** Where clients connect: host and port. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /**
   * Where clients connect over TLS: host and port.
   *
   * @throws java.util.NoSuchElementException if it was started without
   */
  public String securedServers() {
    return HOST + ":" + securedPort.orElseThrow();
  }

  /** The port that clients connect to. */
  public int port() {
    return port;
  }

  /** The id of the cluster; the same as long as the folder lives. */
  public String clusterId() {
    return clusterId;
  }

  /** Stops the broker and waits until it has; a second call does nothing. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    folder.close();
  }

  private static EmbeddedBroker start(
      BrokerFolder folder, OptionalInt wanted, Optional<ServerKey> key) {
    int[] ports = freePorts(wanted.orElse(0), 0, 0);
    String clusterId = folder.formatted(NODE_ID, CONTROLLER);
    Properties properties = BrokerProperties.of(folder.log(), NODE_ID, CONTROLLER, HOST, ports);
    key.ifPresent(k -> SecuredListener.add(properties, k, HOST, ports[2]));
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw new BrokerStartException("The broker failed to start: " + e.getMessage(), e);
    }
    LOG.info("Kafka broker listens on {}:{}", HOST, ports[0]);
    OptionalInt secured = key.isPresent() ? OptionalInt.of(ports[2]) : OptionalInt.empty();
    return new EmbeddedBroker(folder, server, clusterId, ports[0], secured);
  }

  /** The ports as asked for, 0 replaced by free ones; all held until each is known. */
  private static int[] freePorts(int broker, int controller, int secured) {
    try (ServerSocket first = bind(broker);
        ServerSocket second = bind(controller);
        ServerSocket third = bind(secured)) {
      return new int[] {first.getLocalPort(), second.getLocalPort(), third.getLocalPort()};
    } catch (IOException e) {
      throw new BrokerStartException("Cannot find a free port: " + e.getMessage(), e);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A port whose last owner was just killed is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
      return socket;
    } catch (BindException e) {
      socket.close();
      throw new BrokerStartException(
          "Port "
              + port
              + " on "
              + HOST
              + " is in use: stop what listens there or choose another port.",
          e);
    }
  }
}
