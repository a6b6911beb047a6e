package io.clausestream.connector.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How {@link MisbehavingServer} behaves, by path:
 *
 * <ul>
 *   <li>{@code /ok}, and any other: 200
 *   <li>{@code /status/503}: that status
 *   <li>{@code /slow/500}: 200 after so many milliseconds
 *   <li>{@code /busy/7/2}: each id gets 429 with {@code Retry-After: 7} twice, then 200
 *   <li>{@code /flaky/2}: each id gets 500 twice, then 200
 *   <li>{@code /hang}: never an answer
 *   <li>{@code /close}: closes in the middle of the head of the answer
 *   <li>{@code /drip}: the head of the answer without end, a byte every 20 milliseconds
 *   <li>{@code /drip-body}: 200, and a body in that way
 *   <li>{@code /huge}: 200 and a body of 1 GiB
 *   <li>{@code /redirect}: 302 to the metadata address of clouds
 * </ul>
 */
final class MisbehavingRoutes {

  private static final long DRIP_MILLIS = 20;
  private static final long HUGE_BYTES = 1L << 30;

  private final OutputStream out;
  private final CountDownLatch closing;
  private final AtomicLong bytesSent;

  MisbehavingRoutes(OutputStream out, CountDownLatch closing, AtomicLong bytesSent) {
    this.out = out;
    this.closing = closing;
    this.bytesSent = bytesSent;
  }

  /**
   * Answers.
   *
   * @param attempt how often the path and id have come
   * @return whether the connection stays open
   */
  boolean answer(MisbehavingServer.Request request, int attempt)
      throws IOException, InterruptedException {
    String[] parts = request.path().split("[/?]");
    String route = parts.length > 1 ? parts[1] : "";
    return switch (route) {
      case "status" -> status(Integer.parseInt(parts[2]), "");
      case "slow" -> !pause(Long.parseLong(parts[2])) && status(200, "");
      case "busy" ->
          attempt <= Integer.parseInt(parts[3])
              ? status(429, "Retry-After: " + parts[2] + "\r\n")
              : status(200, "");
      case "flaky" -> status(attempt <= Integer.parseInt(parts[2]) ? 500 : 200, "");
      case "hang" -> pause(TimeUnit.DAYS.toMillis(1));
      case "close" -> closeInTheMiddle();
      case "drip" -> drip("HTTP/1.1 200 OK\r\nX-Drip: ");
      case "drip-body" -> drip("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n");
      case "huge" -> huge();
      case "redirect" -> status(302, "Location: http://169.254.169.254/latest/meta-data/\r\n");
      default -> status(200, "");
    };
  }

  private boolean status(int status, String headers) throws IOException {
    write("HTTP/1.1 %d Status\r\n%sContent-Length: 2\r\n\r\nok".formatted(status, headers));
    return true;
  }

  private boolean closeInTheMiddle() throws IOException {
    write("HTTP/1.1 200 OK\r\nContent-");
    return false;
  }

  private boolean drip(String head) throws IOException, InterruptedException {
    write(head);
    while (!pause(DRIP_MILLIS)) {
      write("x");
    }
    return false;
  }

  private boolean huge() throws IOException {
    write("HTTP/1.1 200 OK\r\nContent-Length: " + HUGE_BYTES + "\r\n\r\n");
    byte[] part = new byte[65_536];
    for (long sent = 0; sent < HUGE_BYTES; sent += part.length) {
      out.write(part);
      bytesSent.addAndGet(part.length);
    }
    return true;
  }

  /** Whether the server closed meanwhile. */
  private boolean pause(long millis) throws InterruptedException {
    return closing.await(millis, TimeUnit.MILLISECONDS);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }
}
