package io.clausestream.connector.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that begin with the same bits, of IPv4 or of IPv6. */
final class Network {

  /** Digits first, or a colon: what cannot be the name of a host. */
  private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|.*:.*");

  private final byte[] start;
  private final int bits;

  private Network(byte[] start, int bits) {
    this.start = start;
    this.bits = bits;
  }

  /** A network of this source, such as {@code 10.0.0.0/8}. */
  static Network of(String cidr) {
    return parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr));
  }

  /** Reads {@code 10.0.0.0/8}, {@code fc00::/7} or one address; empty for anything else. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<InetAddress> start = literal(address);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = start.get().getAddress();
    int most = bytes.length * 8;
    if (slash < 0) {
      return Optional.of(new Network(bytes, most));
    }
    return length(text.substring(slash + 1), most).map(bits -> new Network(bytes, bits));
  }

  private static Optional<Integer> length(String text, int most) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > most) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text));
  }

  /** The address that a text spells out, without asking anybody; brackets of a URL are dropped. */
  static Optional<InetAddress> literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!LITERAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address lies in it; one of the other family never does. */
  boolean contains(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != start[i]) {
        return false;
      }
    }
    int mask = 0xff00 >> bits % 8 & 0xff;
    return mask == 0 || (address[whole] & mask) == (start[whole] & mask);
  }
}
