package io.clausestream.connector.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressClassesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "169.254.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "240.0.0.1",
        "168.63.129.16",
        "100.100.100.200",
        "192.0.0.192",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "febf::1",
        "fc00::1",
        "fdff:ffff::1",
        "fd00:ec2::254",
        "ff02::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "::127.0.0.1",
        "::10.0.0.1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2002:c0a8:101::",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2001:0:4136:e378::1",
        "2001:db8::1",
        "::ffff:0:7f00:1"
      })
  void noSubscriberHasSuchAnAddress(String literal) throws UnknownHostException {
    assertThat(AddressClasses.of(InetAddress.getByName(literal))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "64:ff9b::101:101",
        "2002:101:101::",
        "::ffff:1.1.1.1",
        "2a00:1450::1"
      })
  void anybodyOnTheInternetMayHaveSuchAnAddress(String literal) throws UnknownHostException {
    assertThat(AddressClasses.of(InetAddress.getByName(literal))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2130706433, this machine (loopback)",
    "127.1, this machine (loopback)",
    "::ffff:7f00:1, this machine (loopback)",
    "169.254.169.254, a cloud's metadata service",
    "2002:a9fe:a9fe::, a cloud's metadata service"
  })
  void everySpellingOfAnAddressIsTheSameAddress(String spelling, String name)
      throws UnknownHostException {
    assertThat(AddressClasses.of(InetAddress.getByName(spelling))).hasValue(name);
  }

  @Test
  void everyFormOfARefusedAddressIsRefusedAndOfAnOpenOneIsNot() throws UnknownHostException {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      byte[] four = new byte[4];
      random.nextBytes(four);
      boolean refused = AddressClasses.of(InetAddress.getByAddress(four)).isPresent();
      for (InetAddress form : forms(four)) {
        assertThat(AddressClasses.of(form).isPresent()).as(form.toString()).isEqualTo(refused);
      }
    }
  }

  /** IPv4-mapped, IPv4-compatible, 6to4 and NAT64. */
  private static InetAddress[] forms(byte[] four) throws UnknownHostException {
    return new InetAddress[] {
      form(new int[] {10, 0xff, 11, 0xff}, 12, four),
      form(new int[] {}, 12, four),
      form(new int[] {0, 0x20, 1, 0x02, 15, 1}, 2, four),
      form(new int[] {1, 0x64, 2, 0xff, 3, 0x9b}, 12, four),
    };
  }

  private static InetAddress form(int[] set, int at, byte[] four) throws UnknownHostException {
    byte[] bytes = new byte[16];
    for (int i = 0; i < set.length; i += 2) {
      bytes[set[i]] = (byte) set[i + 1];
    }
    System.arraycopy(four, 0, bytes, at, 4);
    return InetAddress.getByAddress(bytes);
  }
}
