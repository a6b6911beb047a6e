package io.clausestream.connector.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {

  @Test
  void aNetworkListsItsAddressesAndNoOthers() throws UnknownHostException {
    AllowedTargets allowed = AllowedTargets.of(List.of("10.2.0.0/15", "fd12:3456::/29"));
    assertThat(allowed.lists(InetAddress.getByName("10.3.255.255"))).isTrue();
    assertThat(allowed.lists(InetAddress.getByName("10.4.0.0"))).isFalse();
    assertThat(allowed.lists(InetAddress.getByName("fd12:3457:1::"))).isTrue();
    assertThat(allowed.lists(InetAddress.getByName("fd12:3460::"))).isFalse();
  }

  @Test
  void aHostIsListedByItsNameInAnyCaseOrByItsAddress() {
    AllowedTargets allowed = AllowedTargets.of(List.of("Hooks.Marrowby.example", "127.0.0.0/8"));
    assertThat(allowed.lists("hooks.marrowby.example.")).isTrue();
    assertThat(allowed.lists("127.0.0.1")).isTrue();
    assertThat(allowed.lists("evil.hooks.marrowby.example")).isFalse();
    assertThat(allowed.lists("localhost")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "10.0.0.0/33", "10.0.0.0/-1", "fc00::/129", "a b", "http://x/"})
  void whatIsNeitherNetworkNorHostIsRefusedByName(String entry) {
    assertThatThrownBy(() -> AllowedTargets.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + entry + "'");
  }
}
