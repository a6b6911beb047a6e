package io.clausestream.cluster;

import io.clausestream.connector.testkit.BrokerStartException;
import io.clausestream.connector.testkit.EmbeddedBroker;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** The broker of {@code connectors/testkit} as a program: ends in order when it is told to. */
final class BrokerProgram {

  private BrokerProgram() {}

  /** Arguments: the folder and the port. */
  public static void main(String[] args) throws InterruptedException {
    try {
      EmbeddedBroker broker =
          EmbeddedBroker.start(Path.of(args[0]), OptionalInt.of(Integer.parseInt(args[1])));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    } catch (BrokerStartException e) {
      System.err.println(e.getMessage());
      System.exit(3);
    }
    new CountDownLatch(1).await();
  }
}
