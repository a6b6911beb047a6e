package io.clausestream.connector.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/** A name that is public when it is first asked for, and this machine's at each time after it. */
public final class RebindingName implements NameLookup {

  private final AtomicInteger asked = new AtomicInteger();

  /** A guard that allows nothing private and asks this name. */
  public AddressGuard guard() {
    return new AddressGuard(AllowedTargets.NONE, this);
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  @Override
  public InetAddress[] lookUp(String host) throws UnknownHostException {
    byte[] address =
        asked.getAndIncrement() == 0
            ? new byte[] {93, (byte) 184, (byte) 215, 14}
            : new byte[] {127, 0, 0, 1};
    return new InetAddress[] {InetAddress.getByAddress(host, address)};
  }
}
