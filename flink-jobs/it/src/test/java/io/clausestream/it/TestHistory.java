package io.clausestream.it;

import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A history whose verdicts are known: some platforms with two documents each, fetched every six
 * hours. Each page differs in its bytes at each fetch; its text changes at known rounds only.
 */
public final class TestHistory {

  /** When the first page was fetched. */
  public static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

  private static final Duration ROUND = Duration.ofHours(6);
  private static final List<String> TYPES = List.of("Privacy Policy", "Terms of Service");

  /** A text changes once in so many rounds, beginning with the round of this number. */
  static final int CHANGE_EVERY = 7;

  private TestHistory() {}

  /** The captures in the order of time. */
  public static List<FetchedPage> captures(int platforms, int rounds) {
    List<FetchedPage> captures = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int platform = 0; platform < platforms; platform++) {
        for (String type : TYPES) {
          captures.add(capture("Platform " + platform, type, round));
        }
      }
    }
    return captures;
  }

  /** How many changes captures of this size hold. */
  public static long changes(int platforms, int rounds) {
    return (long) platforms * TYPES.size() * ((rounds - 1) / CHANGE_EVERY);
  }

  static FetchedPage capture(String platform, String type, int round) {
    return page(platform, type, START.plus(ROUND.multipliedBy(round)), html(type, round));
  }

  static FetchedPage page(String platform, String type, Instant at, String html) {
    return page(platform, type, at, html.getBytes(StandardCharsets.UTF_8));
  }

  static FetchedPage page(String platform, String type, Instant at, byte[] body) {
    String documentId = platform + "/" + type;
    String bodyHash = sha256(body);
    return FetchedPage.newBuilder()
        .setFetchId(FetchId.of(documentId, at, bodyHash))
        .setDocumentId(documentId)
        .setPlatform(platform)
        .setDocumentType(type)
        .setUrl("https://example.org/" + platform.replace(' ', '-'))
        .setFetchedAt(at)
        .setOutcome(FetchOutcome.OK)
        .setHttpStatus(200)
        .setHeaders(Map.of())
        .setContentType("text/html; charset=utf-8")
        .setBody(java.nio.ByteBuffer.wrap(body))
        .setBodyEncoding(BodyEncoding.IDENTITY)
        .setBodySha256(bodyHash)
        .setOrigin(Origin.IMPORT)
        .build();
  }

  static String html(String type, int round) {
    int edition = round / CHANGE_EVERY;
    return """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>%s</title></head><body>
        <nav><a href="/">Home</a> visitor %d</nav>
        <main><h1>%s</h1>
        <p>This document says what we promise to the people who use the service, and what we ask of them.</p>
        <h2>Retention</h2><p>We retain your logs for %s and delete them afterwards.</p>
        <h2>Sharing</h2><ul><li>Payment providers</li><li>Hosting providers</li></ul></main>
        <footer>session=%08x</footer></body></html>
        """
        .formatted(type, round, type, period(edition), round * 2654435761L);
  }

  /** A word, not a number, and another each time: what comes again and again is no change. */
  private static String period(int edition) {
    return "term " + (char) ('a' + edition / 26) + (char) ('a' + edition % 26);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
