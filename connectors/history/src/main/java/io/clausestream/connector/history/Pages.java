package io.clausestream.connector.history;

import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes fetched pages of captures. */
final class Pages {

  /** Larger bodies are refused by every edge, so also by this one. */
  static final int MAX_BODY_BYTES = 32 << 20;

  private Pages() {}

  /** A page with all but outcome OK, body and hash left at their defaults. */
  static FetchedPage of(CaptureEntry entry, String url, byte @Nullable [] body, Origin origin) {
    FetchedPage page = of(entry, url, body == null ? null : sha256(body), origin);
    page.setBody(body == null ? null : ByteBuffer.wrap(body));
    return page;
  }

  /** The same with the hash of a body that is not there. */
  static FetchedPage of(CaptureEntry entry, String url, @Nullable String sha256, Origin origin) {
    FetchedPage page = new FetchedPage();
    DocumentName document = entry.document();
    Instant fetchedAt = Instant.ofEpochMilli(entry.fetchedAtMillis());
    page.setFetchId(FetchId.of(document.documentId(), fetchedAt, sha256));
    page.setDocumentId(document.documentId());
    page.setPlatform(document.platform());
    page.setDocumentType(document.documentType());
    page.setUrl(url);
    page.setFetchedAt(fetchedAt);
    page.setOutcome(FetchOutcome.OK);
    page.setHeaders(new HashMap<>());
    page.setBodyEncoding(BodyEncoding.IDENTITY);
    page.setBodySha256(sha256);
    page.setOrigin(origin);
    return page;
  }

  static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
