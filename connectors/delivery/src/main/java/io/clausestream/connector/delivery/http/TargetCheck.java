package io.clausestream.connector.delivery.http;

import io.clausestream.connector.delivery.address.AddressGuard;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Checks the form of a target; its addresses are checked when it is connected to. */
record TargetCheck(AddressGuard guard) {

  private static final int LONGEST = 2000;

  /** What is wrong with it, in a sentence that does not repeat it; empty when nothing is. */
  Optional<String> wrong(String target) {
    URI uri;
    try {
      uri = new URI(target);
    } catch (URISyntaxException e) {
      return Optional.of("The target is no URL; give one such as https://host.example/path.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http") || uri.getHost() == null) {
      return Optional.of("The target is no https URL with a host; give one.");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("The target holds a user name; sign with a secret instead.");
    }
    if (uri.getPort() > 65_535 || uri.getPort() == 0 || target.length() > LONGEST) {
      return Optional.of("The target's port is out of range, or the URL is too long.");
    }
    if (scheme.equals("http") && !guard.isListed(uri.getHost())) {
      return Optional.of(
          "The target is not encrypted; use https, or add its host to the allowed targets.");
    }
    return Optional.empty();
  }
}
