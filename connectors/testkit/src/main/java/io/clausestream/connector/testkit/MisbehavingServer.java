package io.clausestream.connector.testkit;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An HTTP server on a free port of loopback that behaves as the path says, and remembers what it
 * was asked. The paths are listed at {@link MisbehavingRoutes}. Threads may share it; close it.
 */
public final class MisbehavingServer implements AutoCloseable {

  /** The header by which requests are told apart. */
  public static final String ID_HEADER = "webhook-id";

  /**
   * A request that was read to its end.
   *
   * @param method for example POST
   * @param path with the query
   * @param headers names in lower case; of repeated ones the last
   * @param body as UTF-8
   */
  public record Request(String method, String path, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Request {
      headers = Map.copyOf(headers);
    }

    /** The value of the header by which requests are told apart; empty text when there is none. */
    public String id() {
      return headers.getOrDefault(ID_HEADER, "");
    }
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool(MisbehavingServer::thread);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> countsById = new ConcurrentHashMap<>();
  private final Map<String, Integer> countsByPath = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong bytesSent = new AtomicLong();

  private MisbehavingServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts one. */
  public static MisbehavingServer start() {
    try {
      ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
      MisbehavingServer server = new MisbehavingServer(socket);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "misbehaving-server");
    thread.setDaemon(true);
    return thread;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return socket.getLocalPort();
  }

  /**
   * The URL of a path.
   *
   * @param path with a slash in front
   */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** All requests that were read to their end, in the order of their coming. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Those with this id. */
  public List<Request> requests(String id) {
    return requests.stream().filter(request -> request.id().equals(id)).toList();
  }

  /** How often each id came. */
  public Map<String, Integer> countsById() {
    return new TreeMap<>(countsById);
  }

  /** Bytes of bodies that could be sent on the path {@code /huge}. */
  public long bytesSent() {
    return bytesSent.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
      MisbehavingRoutes routes =
          new MisbehavingRoutes(connection.getOutputStream(), closing, bytesSent);
      Optional<Request> request = HttpRequestReader.read(in);
      while (request.isPresent() && routes.answer(request.get(), remember(request.get()))) {
        request = HttpRequestReader.read(in);
      }
    } catch (IOException e) {
      // The other side went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  /** How often its path and id have come, this time included. */
  private int remember(Request request) {
    requests.add(request);
    countsById.merge(request.id(), 1, Integer::sum);
    return countsByPath.merge(request.id() + " " + request.path(), 1, Integer::sum);
  }

  @Override
  public void close() {
    closing.countDown();
    closeQuietly(socket);
    open.forEach(MisbehavingServer::closeQuietly);
    threads.shutdownNow();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
