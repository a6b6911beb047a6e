package io.clausestream.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.page.Sha256;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.WireCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** Captures of one invented page. */
final class Captures {

  static final String PLATFORM = "Marrowby";
  private static final String DOCUMENT = PLATFORM + "/Privacy Policy";

  private Captures() {}

  /** A policy that keeps data for so many days. */
  static String policy(int days) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Policy</title><h1>Policy</h1>");
    page.append("<p>We keep your letters for ").append(days).append(" days, then delete them.</p>");
    for (int i = 1; i <= 12; i++) {
      page.append("<h2>Section ").append(i).append("</h2><p>Clause ").append((char) ('a' + i));
      page.append(" of this policy says what we do: we share some of your personal data with");
      page.append(" partners who host our service, and we tell you before we add another one.</p>");
    }
    return page.toString();
  }

  /** One capture as a record's value. */
  static byte[] record(String html, Instant at) {
    byte[] body = html.getBytes(UTF_8);
    String hash = Sha256.hex(body);
    return WireCodec.of(FetchedPage.class)
        .encode(
            FetchedPage.newBuilder()
                .setFetchId(FetchId.of(DOCUMENT, at, hash))
                .setDocumentId(DOCUMENT)
                .setPlatform(PLATFORM)
                .setDocumentType("Privacy Policy")
                .setUrl("https://marrowby.example/privacy")
                .setFinalUrl(null)
                .setFetchedAt(at)
                .setOutcome(FetchOutcome.OK)
                .setHttpStatus(200)
                .setHeaders(Map.of())
                .setContentType("text/html; charset=utf-8")
                .setBody(ByteBuffer.wrap(body))
                .setBodyEncoding(BodyEncoding.IDENTITY)
                .setBodyLocation(null)
                .setBodySha256(hash)
                .setVariant(null)
                .setDeclaration(null)
                .setOrigin(Origin.LIVE)
                .build());
  }
}
