package io.clausestream.connector.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name; {@code InetAddress::getAllByName} asks the system. */
@FunctionalInterface
public interface NameLookup {

  /**
   * The addresses of a host, at least one.
   *
   * @throws UnknownHostException when there is none
   */
  InetAddress[] lookUp(String host) throws UnknownHostException;
}
