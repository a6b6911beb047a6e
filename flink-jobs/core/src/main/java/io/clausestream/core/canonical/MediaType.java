package io.clausestream.core.canonical;

import io.clausestream.core.page.FetchedPage;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The media type of a capture, as declared by the server or, without a declaration, as its first
 * bytes show.
 *
 * @param essence type and subtype in lower case
 * @param charset the declared charset as browsers read it, if it is one that they read
 */
public record MediaType(String essence, Optional<Charset> charset) {

  private static final String PDF = "application/pdf";
  private static final Set<String> TEXT =
      Set.of(
          "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", PDF);

  /** The media type of a page's body. */
  public static MediaType of(FetchedPage page) {
    String declared = page.ref().contentType().orElse("").toLowerCase(Locale.ROOT);
    int semicolon = declared.indexOf(';');
    String essence = (semicolon < 0 ? declared : declared.substring(0, semicolon)).strip();
    return new MediaType(
        isBinary(page.body())
            ? "application/octet-stream"
            : startsWith(page.body(), "%PDF-") ? PDF : essence.isEmpty() ? "text/html" : essence,
        charset(declared));
  }

  /** Whether the body can be read as HTML, plain text or PDF. */
  public boolean isText() {
    return TEXT.contains(essence);
  }

  /** Whether the body is a PDF. */
  public boolean isPdf() {
    return essence.equals(PDF);
  }

  private static Optional<Charset> charset(String declared) {
    int at = declared.indexOf("charset=");
    if (at < 0) {
      return Optional.empty();
    }
    String name =
        declared.substring(at + 8).split("[;\\s]", 2)[0].replace("\"", "").replace("'", "");
    return WebCharset.of(name);
  }

  /** Formats that servers send under wrong names, by their first bytes. */
  private static boolean isBinary(byte[] body) {
    return startsWith(body, "PK\u0003\u0004")
        || startsWith(body, "\u0089PNG")
        || startsWith(body, "GIF8")
        || startsWith(body, "\u00FF\u00D8\u00FF");
  }

  private static boolean startsWith(byte[] body, String magic) {
    if (body.length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((body[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
