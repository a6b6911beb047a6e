package io.clausestream.connector.delivery.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What can be slow or dead of a URL: its host and port. */
public final class TargetHost {

  private TargetHost() {}

  /** Host and port in lower case; {@code none} when the text is no URL with a host. */
  public static String of(String target) {
    try {
      URI uri = new URI(target);
      if (uri.getHost() == null) {
        return "none";
      }
      int usual = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    } catch (URISyntaxException e) {
      return "none";
    }
  }
}
