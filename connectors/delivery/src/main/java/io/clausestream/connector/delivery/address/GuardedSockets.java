package io.clausestream.connector.delivery.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/**
 * Makes the guarded sockets of one call, and can close them all from another thread, which ends
 * whatever waits for them.
 */
public final class GuardedSockets extends SocketFactory implements AutoCloseable {

  private final AddressGuard guard;
  private final Queue<Socket> made = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** A factory for one call. */
  public GuardedSockets(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new GuardedSocket(guard);
    made.add(socket);
    if (closed) {
      abort();
      throw new IOException("The call has ended.");
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress target) throws IOException {
    Socket socket = createSocket();
    socket.connect(target);
    return socket;
  }

  @Override
  public void close() {
    abort();
  }

  /** Closes them while the call still runs. */
  public void abort() {
    closed = true;
    for (Socket socket : made) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }
}
