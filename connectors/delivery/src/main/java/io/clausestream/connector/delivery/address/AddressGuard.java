package io.clausestream.connector.delivery.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a connection may be made. It is asked twice: when a name is resolved, and by
 * {@link GuardedSocket} about the very address that is connected to, so that a name whose addresses
 * change in between gains nothing. Threads may share it.
 */
public final class AddressGuard {

  private final AllowedTargets allowed;
  private final NameLookup lookup;

  /**
   * A guard.
   *
   * @param allowed what is allowed beyond the public internet
   * @param lookup finds addresses of names
   */
  public AddressGuard(AllowedTargets allowed, NameLookup lookup) {
    this.allowed = allowed;
    this.lookup = lookup;
  }

  /** Whether whoever runs the delivery named the host, so that it needs no TLS. */
  public boolean isListed(String host) {
    return allowed.lists(host);
  }

  /**
   * The addresses of a host that may be connected to, at least one.
   *
   * @throws UnknownHostException when the host has none
   * @throws RefusedAddressException when all of them are refused
   */
  public List<InetAddress> resolve(String host) throws IOException {
    List<InetAddress> good = new ArrayList<>();
    Optional<String> refused = Optional.empty();
    for (InetAddress address : lookup.lookUp(host)) {
      Optional<String> why = refusal(host, address);
      if (why.isEmpty()) {
        good.add(address);
      } else {
        refused = why;
      }
    }
    if (good.isEmpty()) {
      throw refused
          .<IOException>map(RefusedAddressException::new)
          .orElseGet(() -> new UnknownHostException("no address"));
    }
    return good;
  }

  /**
   * Passes when the address may be connected to.
   *
   * @throws UnknownHostException when it has not been resolved
   * @throws RefusedAddressException when it is refused
   */
  public void check(InetSocketAddress target) throws IOException {
    InetAddress address = target.getAddress();
    if (address == null) {
      throw new UnknownHostException("The name of the host has no address.");
    }
    Optional<String> why = refusal(target.getHostString(), address);
    if (why.isPresent()) {
      throw new RefusedAddressException(why.get());
    }
  }

  private Optional<String> refusal(String host, InetAddress address) {
    if (allowed.lists(host) || allowed.lists(address)) {
      return Optional.empty();
    }
    return AddressClasses.of(address);
  }
}
