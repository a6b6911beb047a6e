package io.clausestream.connector.testkit;

import java.nio.file.Path;
import java.util.OptionalInt;

/** A broker in a process of its own, to be killed: prints its servers and waits for the end. */
final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), OptionalInt.empty());
    System.out.println("ready " + broker.bootstrapServers() + " " + broker.clusterId());
    Thread.currentThread().join();
  }
}
