package io.clausestream.connector.delivery.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names the class of addresses that no subscriber on the public internet can have: of this machine,
 * of its networks, of the cloud that it runs in, and of no one at all. After the registries of
 * special-purpose addresses (RFC 6890).
 */
final class AddressClasses {

  private static final String PRIVATE = "a private network";
  private static final String RESERVED = "a reserved range";
  private static final String METADATA = "a cloud's metadata service";

  private static final Map<Network, String> CLASSES = classes();

  /** IPv6 networks whose addresses hold one of IPv4, by the byte at which it begins. */
  private static final Map<Network, Integer> EMBEDDING =
      Map.of(
          Network.of("::/96"), 12,
          Network.of("::ffff:0:0:0/96"), 12,
          Network.of("64:ff9b::/96"), 12,
          Network.of("2002::/16"), 2);

  private AddressClasses() {}

  private static Map<Network, String> classes() {
    Map<Network, String> classes = new LinkedHashMap<>();
    name(classes, METADATA, "169.254.169.254", "fd00:ec2::254", "100.100.100.200");
    name(classes, METADATA, "168.63.129.16", "192.0.0.192", "fd20:ce::254");
    name(classes, "this machine (loopback)", "127.0.0.0/8", "::1");
    name(classes, "no machine (unspecified)", "0.0.0.0/8", "::");
    name(classes, "the local link", "169.254.0.0/16", "fe80::/10");
    name(classes, PRIVATE, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
    name(classes, PRIVATE, "100.64.0.0/10", "fc00::/7", "fec0::/10", "64:ff9b:1::/48");
    name(classes, "many machines (multicast)", "224.0.0.0/4", "ff00::/8");
    name(classes, RESERVED, "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15");
    name(classes, RESERVED, "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "100::/64");
    name(classes, RESERVED, "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16");
    return classes;
  }

  private static void name(Map<Network, String> classes, String name, String... networks) {
    Arrays.stream(networks).forEach(network -> classes.put(Network.of(network), name));
  }

  /** What the address belongs to; empty when it may be anybody's on the internet. */
  static Optional<String> of(InetAddress address) {
    return of(address.getAddress());
  }

  private static Optional<String> of(byte[] address) {
    return CLASSES.entrySet().stream()
        .filter(entry -> entry.getKey().contains(address))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> embedded(address));
  }

  /** A gateway would carry the packet on to the address inside. */
  private static Optional<String> embedded(byte[] address) {
    return EMBEDDING.entrySet().stream()
        .filter(entry -> entry.getKey().contains(address))
        .flatMap(
            entry ->
                of(Arrays.copyOfRange(address, entry.getValue(), entry.getValue() + 4)).stream())
        .findFirst();
  }
}
