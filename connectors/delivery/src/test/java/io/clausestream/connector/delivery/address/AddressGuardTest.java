package io.clausestream.connector.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressGuardTest {

  private static final InetAddress OPEN = address(93, 184, 215, 14);
  private static final InetAddress PRIVATE = address(10, 0, 0, 1);

  @Test
  void ofSeveralAddressesTheOpenOnesAreLeft() throws IOException {
    AddressGuard guard = guard(AllowedTargets.NONE, PRIVATE, OPEN);
    assertThat(guard.resolve("marrowby.example")).containsExactly(OPEN);
  }

  @Test
  void aHostWithNoOpenAddressIsRefusedWithoutTellingTheAddress() {
    AddressGuard guard = guard(AllowedTargets.NONE, PRIVATE);
    assertThatThrownBy(() -> guard.resolve("marrowby.example"))
        .isInstanceOf(RefusedAddressException.class)
        .hasMessageContaining("a private network")
        .hasMessageContaining("allowed targets")
        .hasMessageNotContaining("10.0.0.1");
  }

  @Test
  void aHostThatIsAllowedByNameMayResolveToAnything() throws IOException {
    AddressGuard guard = guard(AllowedTargets.of(List.of("marrowby.example")), PRIVATE);
    assertThat(guard.resolve("marrowby.example")).containsExactly(PRIVATE);
    guard.check(new InetSocketAddress(named("marrowby.example", PRIVATE), 443));
  }

  @Test
  void theSocketAsksAgainAboutTheAddressThatItConnectsTo() throws IOException {
    AddressGuard guard = guard(AllowedTargets.NONE, OPEN);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new GuardedSocket(guard)) {
      InetSocketAddress rebound =
          new InetSocketAddress(
              named("marrowby.example", InetAddress.getLoopbackAddress()), server.getLocalPort());
      assertThatThrownBy(() -> socket.connect(rebound, 1000))
          .isInstanceOf(RefusedAddressException.class);
      assertThat(socket.isConnected()).isFalse();
    }
  }

  @Test
  void anAllowedNetworkIsConnectedTo() throws IOException {
    AddressGuard guard = guard(AllowedTargets.of(List.of("127.0.0.0/8")), OPEN);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        GuardedSockets sockets = new GuardedSockets(guard)) {
      Socket socket = sockets.createSocket("127.0.0.1", server.getLocalPort());
      assertThat(socket.isConnected()).isTrue();
      sockets.abort();
      assertThat(socket.isClosed()).isTrue();
      assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
    }
  }

  private static AddressGuard guard(AllowedTargets allowed, InetAddress... addresses) {
    return new AddressGuard(allowed, host -> addresses);
  }

  private static InetAddress named(String host, InetAddress address) throws UnknownHostException {
    return InetAddress.getByAddress(host, address.getAddress());
  }

  private static InetAddress address(int... bytes) {
    try {
      byte[] four = new byte[4];
      for (int i = 0; i < 4; i++) {
        four[i] = (byte) bytes[i];
      }
      return InetAddress.getByAddress(four);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
