package io.facteur.chassis.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private final AddressPolicy strict = new AddressPolicy(List.of());

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "172.15.255.255, true",
    "172.32.0.1, true",
    "223.255.255.255, true",
    "2a00:1450:4007:80c::200e, true",
    "64:ff9b::808:808, true",
    "127.0.0.1, false",
    "127.9.9.9, false",
    "0.0.0.0, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "192.168.1.1, false",
    "100.64.0.1, false",
    "169.254.169.254, false",
    "168.63.129.16, false",
    "192.0.0.192, false",
    "198.19.0.1, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::, false",
    "::1, false",
    "::127.0.0.1, false",
    "::ffff:10.0.0.1, false",
    "::ffff:0:10.0.0.1, false",
    "64:ff9b::7f00:1, false",
    "2002:7f00:1::1, false",
    "2001:0:1::1, false",
    "fd00:ec2::254, false",
    "fe80::1, false",
    "fec0::1, false",
    "ff02::1, false",
  })
  void permitsPublicAddressesOnly(String address, boolean permitted) throws Exception {
    assertEquals(permitted, strict.permits(address(address)));
  }

  @Test
  void opensWhatTheOperatorNames() throws UnknownHostException {
    AddressPolicy local =
        new AddressPolicy(List.of(Network.parse("127.0.0.0/8"), Network.parse("10.1.2.3")));

    assertEquals(true, local.permits(address("127.0.0.1")));
    assertEquals(true, local.permits(address("10.1.2.3")));
    assertEquals(false, local.permits(address("10.1.2.4")));
    assertEquals(false, local.permits(address("::1")));
    assertEquals(true, local.permits(address("64:ff9b::7f00:1")));
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getAllByName(literal)[0];
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0/-1"})
  void refusesWhatIsNoNetwork(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
  }
}
