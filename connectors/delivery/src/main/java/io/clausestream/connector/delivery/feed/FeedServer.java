package io.clausestream.connector.delivery.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clausestream.connector.delivery.FoundSecret;
import io.clausestream.connector.delivery.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the feeds of a folder, each below the token of its subscriber, and nothing else. It speaks
 * HTTP; what makes it public adds TLS. Close it.
 */
public final class FeedServer implements AutoCloseable {

  private static final int THREADS = 8;
  private static final Pattern PATH =
      Pattern.compile("/feeds/([0-9a-f]{32})/([A-Za-z0-9_-]{43})/([a-z0-9-]{1,80}\\.atom)");

  private final Path folder;
  private final Secrets secrets;
  private final String secretName;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private FeedServer(Path folder, Secrets secrets, String secretName, HttpServer server) {
    this.folder = folder;
    this.secrets = secrets;
    this.secretName = secretName;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param folder of all feeds
   * @param secrets the key of the tokens, one on each line while it is rotated; read at each
   *     request
   * @param secretName its name
   * @param address to bind to; port 0 for a free one
   * @throws IOException when the address cannot be bound
   */
  public static FeedServer start(
      Path folder, Secrets secrets, String secretName, InetSocketAddress address)
      throws IOException {
    HttpServer http = HttpServer.create(address, 0);
    FeedServer server = new FeedServer(folder, secrets, secretName, http);
    http.setExecutor(server.threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Loopback, which a proxy with TLS reaches. */
  public static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
      if (path.matches() && isToken(path.group(1), path.group(2))) {
        serve(exchange, folder.resolve(path.group(1)).resolve(path.group(3)));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private boolean isToken(String home, String token) {
    return FoundSecret.of(secrets, secretName)
        .secret()
        .filter(secret -> FeedPaths.isToken(secret, home, token))
        .isPresent();
  }

  private static void serve(HttpExchange exchange, Path file) throws IOException {
    try {
      FeedAnswer.of(Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant())
          .send(exchange);
    } catch (NoSuchFileException e) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
