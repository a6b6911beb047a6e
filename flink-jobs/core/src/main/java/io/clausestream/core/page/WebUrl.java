package io.clausestream.core.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses as crawlers find them in pages. As a browser does, it percent-encodes what may not
 * stand in a path, query or fragment (spaces, bars, braces, stray per cent signs) and passes over
 * spaces around the address. A host is never mended: nobody knows which one was meant.
 */
final class WebUrl {

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)([^#]*)(#.*)?", Pattern.DOTALL);
  private static final Pattern STRAY_PER_CENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}\\s\\p{Z}\"#<>\\\\^`{|}]");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private WebUrl() {}

  /**
   * The address, mended only where it has to be.
   *
   * @throws URISyntaxException if it is none even so
   */
  static URI parse(String value) throws URISyntaxException {
    String address = value.strip();
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      Matcher parts = PARTS.matcher(address);
      if (!parts.matches()) {
        throw e;
      }
      String fragment = parts.group(3) == null ? "" : "#" + encode(parts.group(3).substring(1));
      return new URI(parts.group(1) + encode(parts.group(2)) + fragment);
    }
  }

  private static String encode(String part) {
    String whole = STRAY_PER_CENT.matcher(part).replaceAll("%25");
    return ILLEGAL.matcher(whole).replaceAll(found -> percent(found.group()));
  }

  private static String percent(String character) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(HEX.toHexDigits(b));
    }
    return encoded.toString();
  }
}
