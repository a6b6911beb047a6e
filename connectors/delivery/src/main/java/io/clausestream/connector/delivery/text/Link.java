package io.clausestream.connector.delivery.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A link to a page of the web, never to a script or a file.
 *
 * @param label its words
 * @param url http or https with a host, ASCII
 */
public record Link(String label, String url) {

  /** Makes the label harmless. */
  public Link {
    label = SafeText.line(label);
  }

  /** A link; empty when the URL is not one of http or https. */
  static Optional<Link> of(String label, String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null
          ? Optional.of(new Link(label, uri.toASCIIString()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
