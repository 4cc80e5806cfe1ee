package io.facteur.users.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.chassis.error.ApiException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedIpsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.7",
        "10.0.0.0/8",
        "0.0.0.0/0",
        "255.255.255.255/32",
        "2001:db8::1",
        "::/0",
        "2001:db8::/128",
        "::ffff:192.0.2.7"
      })
  void takesAddressesAndBlocks(String block) {
    assertEquals(List.of(block), AllowedIps.checked(List.of(block)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.org",
        "256.0.0.1",
        "1.2.3",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/-1",
        "::/129",
        "2001:db8:::1",
        "10.0.0.0/8/8",
        "010.0.0.1",
        "fe80::1%eth0",
        "a.b:c:d"
      })
  void refusesAnythingElse(String block) {
    ApiException refusal =
        assertThrows(ApiException.class, () -> AllowedIps.checked(List.of("10.0.0.1", block)));
    assertEquals(
        "allowedIPs[1] must be an address or a block, such as 192.0.2.7 or 192.0.2.0/24",
        refusal.getMessage());
  }

  @Test
  void allowsAllWhenMissing() {
    assertEquals(List.of(), AllowedIps.checked(null));
  }

  @Test
  void refusesNullsAndTooMany() {
    assertThrows(ApiException.class, () -> AllowedIps.checked(Collections.singletonList(null)));
    assertThrows(
        ApiException.class, () -> AllowedIps.checked(Collections.nCopies(101, "10.0.0.1")));
  }
}
