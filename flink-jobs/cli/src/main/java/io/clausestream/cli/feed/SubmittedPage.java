package io.clausestream.cli.feed;

import io.clausestream.cli.UserMistake;
import io.clausestream.core.page.PageCheck;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Variant;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a capture of a file, with what its URL says where the user says nothing. Stateless. */
final class SubmittedPage {

  private static final String NO_PATH = "home";

  private static final Map<String, String> TYPES =
      Map.of(
          ".html", "text/html",
          ".htm", "text/html",
          ".xhtml", "application/xhtml+xml",
          ".txt", "text/plain",
          ".md", "text/plain",
          ".pdf", "application/pdf");

  /**
   * What the user says of a capture; null: nothing.
   *
   * @param url where the page stands
   * @param platform who publishes it
   * @param documentType what it is
   * @param documentId its stable id
   * @param fetchedAt when it was fetched
   * @param contentType what the bytes are
   * @param region where it was asked for from
   * @param language in which language it was asked for
   * @param origin whether it is of now or of history
   */
  record Said(
      String url,
      @Nullable String platform,
      @Nullable String documentType,
      @Nullable String documentId,
      Instant fetchedAt,
      @Nullable String contentType,
      @Nullable String region,
      @Nullable String language,
      Origin origin) {}

  private SubmittedPage() {}

  /** The capture of a body. */
  static FetchedPage of(byte[] body, String fileName, Said said) {
    uri(said.url());
    String sha256 = sha256(body);
    String platform = platform(said);
    String type = documentType(said);
    String id = Objects.requireNonNullElse(said.documentId(), platform + "/" + type);
    return FetchedPage.newBuilder()
        .setFetchId(FetchId.of(id, said.fetchedAt(), sha256))
        .setDocumentId(id)
        .setPlatform(platform)
        .setDocumentType(type)
        .setUrl(said.url())
        .setFinalUrl(null)
        .setFetchedAt(said.fetchedAt())
        .setOutcome(FetchOutcome.OK)
        .setHttpStatus(null)
        .setContentType(contentType(said.contentType(), fileName))
        .setBody(ByteBuffer.wrap(body))
        .setBodyEncoding(BodyEncoding.IDENTITY)
        .setBodyLocation(null)
        .setBodySha256(sha256)
        .setVariant(variant(said))
        .setDeclaration(null)
        .setOrigin(said.origin())
        .build();
  }

  private static String platform(Said said) {
    String named = said.platform();
    if (named != null) {
      return named;
    }
    String host = uri(said.url()).getHost();
    if (host == null) {
      throw new UserMistake(
          "The URL '" + said.url() + "' has no host to call the platform by: give --platform.");
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  /**
   * The path of the URL, and its query. Not the page's title: it may change, and with it the
   * document would be another one.
   */
  private static String documentType(Said said) {
    String named = said.documentType();
    if (named != null) {
      return named;
    }
    URI uri = uri(said.url());
    String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceAll("^/+|/+$", "");
    String query = uri.getRawQuery();
    return (path.isEmpty() ? NO_PATH : path) + (query == null ? "" : "?" + query);
  }

  private static URI uri(String url) {
    try {
      return PageCheck.url(url);
    } catch (RejectedPageException e) {
      throw new UserMistake(
          "'" + url + "' is no address of a page: give it whole, like https://example.org/terms.",
          e);
    }
  }

  private static String contentType(@Nullable String named, String fileName) {
    if (named != null) {
      return named;
    }
    int dot = fileName.lastIndexOf('.');
    String extension = dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "text/html");
  }

  private static @Nullable Variant variant(Said said) {
    return said.region() == null && said.language() == null
        ? null
        : new Variant(said.region(), said.language());
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
