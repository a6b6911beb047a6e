package io.clausestream.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.page.Sha256;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** Fetched pages on the wire, for every test of this module. */
public final class Pages {

  public static final String PLATFORM = "Example";
  public static final String PRIVACY = "Example/Privacy Policy";
  public static final String TERMS = "Example/Terms of Service";

  /** What is left of the policy when most is gone: more than a notice has. */
  private static final String LAST =
      "<p>We collect what you give us: your name, your address and the files that you upload to"
          + " your account, and we use them to run the service that you asked for, to bill it, to"
          + " keep it safe and to answer your questions about it.</p><p>When you close the account,"
          + " the files go at once and the bills after ten years, as the law on taxes wants it."
          + " Until then a copy of both lies in a second place, so that a fire or a fault does not"
          + " cost you what you made; nobody reads it there, and nothing is done with it.</p>";

  private Pages() {}

  /** A good live capture. */
  public static FetchedPage page(String documentId, String html, Instant at) {
    return builder(documentId, html, at).build();
  }

  /** A good live capture, to be changed. */
  public static FetchedPage.Builder builder(String documentId, String html, Instant at) {
    byte[] body = html.getBytes(UTF_8);
    String hash = Sha256.hex(body);
    int slash = documentId.indexOf('/');
    return FetchedPage.newBuilder()
        .setFetchId(FetchId.of(documentId, at, hash))
        .setDocumentId(documentId)
        .setPlatform(documentId.substring(0, slash))
        .setDocumentType(documentId.substring(slash + 1))
        .setUrl("https://example.com/" + documentId.substring(slash + 1).replace(' ', '-'))
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
        .setOrigin(Origin.LIVE);
  }

  /** A policy that keeps data for so many days. */
  public static String policy(int days) {
    return html(
        "<p>We keep your chat logs for " + days + " days and delete them afterwards.</p>" + body());
  }

  /** Terms that have nothing but their title in common with the policy. */
  public static String terms() {
    StringBuilder terms = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      terms.append("<h2>Rule ").append(i).append("</h2><p>");
      terms.append("Whoever rents lantern ").append((char) ('a' + i));
      terms.append(" brings it home before winter, cleans its glass and fills its oil.</p>");
    }
    return html(terms.toString());
  }

  /** The same page below a consent dialog. */
  public static String withDialog(String page) {
    return page.replace(
        "<h1>",
        "<p>Example and 214 partners store cookies on your device and read them to show you ads."
            + "</p><h1>");
  }

  /** The same policy, of which most is gone. */
  public static String stub() {
    return html(LAST);
  }

  private static String body() {
    StringBuilder more = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      more.append("<h2>Section ").append(i).append("</h2><p>");
      more.append("Clause ").append((char) ('a' + i)).append(" of this policy says what we do: ");
      more.append("we share some of your personal data with partners who host our service, and ");
      more.append("we tell you before we add another one to the list of partners.</p>");
    }
    more.append(LAST);
    return more.toString();
  }

  private static String html(String content) {
    return "<!DOCTYPE html><html><head><title>Policy</title></head><body><main><h1>Policy</h1>"
        + content
        + "</main></body></html>";
  }
}
