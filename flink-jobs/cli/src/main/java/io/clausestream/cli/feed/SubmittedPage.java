package io.clausestream.cli.feed;

import io.clausestream.cli.UserMistake;
import io.clausestream.schema.BodyEncoding;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Variant;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private SubmittedPage() {}

  /** The capture of a body. */
  static FetchedPage of(byte[] body, String fileName, SubmitOptions options) {
    String sha256 = sha256(body);
    String platform = platform(options);
    String type = documentType(options);
    String id = Objects.requireNonNullElse(options.documentId(), platform + "/" + type);
    return FetchedPage.newBuilder()
        .setFetchId(FetchId.of(id, options.fetchedAt(), sha256))
        .setDocumentId(id)
        .setPlatform(platform)
        .setDocumentType(type)
        .setUrl(options.url())
        .setFinalUrl(null)
        .setFetchedAt(options.fetchedAt())
        .setOutcome(FetchOutcome.OK)
        .setHttpStatus(null)
        .setContentType(contentType(options.contentType(), fileName))
        .setBody(ByteBuffer.wrap(body))
        .setBodyEncoding(BodyEncoding.IDENTITY)
        .setBodyLocation(null)
        .setBodySha256(sha256)
        .setVariant(variant(options))
        .setDeclaration(null)
        .setOrigin(options.origin())
        .build();
  }

  private static String platform(SubmitOptions options) {
    String named = options.platform();
    if (named != null) {
      return named;
    }
    String host = uri(options.url()).getHost();
    if (host == null) {
      throw new UserMistake(
          "The URL '" + options.url() + "' has no host to call the platform by: give --platform.");
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
  }

  /**
   * The path of the URL, and its query. Not the page's title: it may change, and with it the
   * document would be another one.
   */
  private static String documentType(SubmitOptions options) {
    String named = options.documentType();
    if (named != null) {
      return named;
    }
    URI uri = uri(options.url());
    String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceAll("^/+|/+$", "");
    String query = uri.getRawQuery();
    return (path.isEmpty() ? NO_PATH : path) + (query == null ? "" : "?" + query);
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(
          "The URL '"
              + url
              + "' has characters that must be percent-encoded: encode them, or give --platform and"
              + " --type.",
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

  private static @Nullable Variant variant(SubmitOptions options) {
    return options.region() == null && options.language() == null
        ? null
        : new Variant(options.region(), options.language());
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
