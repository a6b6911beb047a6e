package io.clausestream.connector.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests of HTTP/1.1 whose bodies have a Content-Length. */
final class HttpRequestReader {

  private HttpRequestReader() {}

  /** The next request; empty when the other side has closed. */
  static Optional<MisbehavingServer.Request> read(InputStream in) throws IOException {
    String first = line(in);
    String[] parts = first.split(" ");
    if (parts.length < 3) {
      return Optional.empty();
    }
    Map<String, String> headers = headers(in);
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      return Optional.empty();
    }
    return Optional.of(
        new MisbehavingServer.Request(parts[0], parts[1], headers, new String(body, UTF_8)));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      bytes.write(next);
      next = in.read();
    }
    return bytes.toString(UTF_8).stripTrailing();
  }
}
