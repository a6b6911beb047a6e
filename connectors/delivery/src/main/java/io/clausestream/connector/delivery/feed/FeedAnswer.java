package io.clausestream.connector.delivery.feed;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A feed as an answer of HTTP, short when the reader has it already. */
final class FeedAnswer {

  /** As RFC 9110 has it: two digits of the day, and GMT. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final byte[] body;
  private final String tag;
  private final Instant modified;

  private FeedAnswer(byte[] body, String tag, Instant modified) {
    this.body = body;
    this.tag = tag;
    this.modified = modified;
  }

  static FeedAnswer of(byte[] body, Instant modified) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      String tag = "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
      return new FeedAnswer(body, tag, modified.truncatedTo(ChronoUnit.SECONDS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void send(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", tag);
    headers.set("Last-Modified", HTTP_DATE.format(modified));
    headers.set("Cache-Control", "private, no-cache");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Robots-Tag", "noindex");
    if (isKnown(exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    headers.set("Content-Type", "application/atom+xml; charset=utf-8");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /** If-None-Match decides; If-Modified-Since only where it is missing. */
  private boolean isKnown(Headers request) {
    String tags = request.getFirst("If-None-Match");
    if (tags != null) {
      return Arrays.stream(tags.split(","))
          .map(String::strip)
          .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
    return isUnmodified(request.getFirst("If-Modified-Since"));
  }

  private boolean isUnmodified(@Nullable String since) {
    if (since == null) {
      return false;
    }
    try {
      Instant at = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return !modified.isAfter(at);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
