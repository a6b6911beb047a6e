package io.clausestream.connector.delivery.address;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What whoever runs the delivery allows beyond the public internet: networks, addresses and names
 * of hosts. Immutable.
 */
public final class AllowedTargets {

  /** Nothing beyond the public internet. */
  public static final AllowedTargets NONE = new AllowedTargets(List.of(), Set.of());

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_-]+)*\\.?");

  private final List<Network> networks;
  private final Set<String> hosts;

  private AllowedTargets(List<Network> networks, Set<String> hosts) {
    this.networks = List.copyOf(networks);
    this.hosts = Set.copyOf(hosts);
  }

  /**
   * Reads a list of entries.
   *
   * @param entries each a network such as {@code 127.0.0.0/8} or {@code fd12::/16}, an address, or
   *     the name of a host, which is then allowed whatever it resolves to
   * @throws IllegalArgumentException naming the entry that is none of them
   */
  public static AllowedTargets of(List<String> entries) {
    List<Network> networks = new ArrayList<>();
    Set<String> hosts = new HashSet<>();
    for (String entry : entries) {
      Optional<Network> network = Network.parse(entry);
      if (network.isPresent()) {
        networks.add(network.get());
      } else if (HOST.matcher(entry).matches()) {
        hosts.add(name(entry));
      } else {
        throw new IllegalArgumentException(
            "Allowed target '%s' is neither a network such as 127.0.0.0/8 nor the name of a host."
                .formatted(entry));
      }
    }
    return new AllowedTargets(networks, hosts);
  }

  /** Whether the host stands in the list: by its name, or as an address of a network of it. */
  public boolean lists(String host) {
    return hosts.contains(name(host)) || Network.literal(host).filter(this::lists).isPresent();
  }

  /** Whether the address lies in a network of the list. */
  public boolean lists(InetAddress address) {
    byte[] bytes = address.getAddress();
    return networks.stream().anyMatch(network -> network.contains(bytes));
  }

  private static String name(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
