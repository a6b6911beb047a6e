package io.clausestream.connector.delivery.address;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket that connects to no address which its guard refuses, and through no proxy. */
public final class GuardedSocket extends Socket {

  private final AddressGuard guard;

  /** An unconnected socket. */
  public GuardedSocket(AddressGuard guard) {
    super(Proxy.NO_PROXY);
    this.guard = guard;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress target)) {
      throw new IOException("A guarded socket connects to an address and a port.");
    }
    guard.check(target);
    super.connect(endpoint, timeout);
  }
}
