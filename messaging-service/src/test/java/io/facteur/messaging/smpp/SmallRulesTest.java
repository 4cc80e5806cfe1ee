package io.facteur.messaging.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallRulesTest {

  @ParameterizedTest
  @CsvSource({
    "PT1H, 000000010000000R",
    "P2DT3H4M5S, 000002030405000R",
    "PT0S, 000000000001000R",
    "P400D, 000099000000000R"
  })
  void writesValidityAsRelativeTime(Duration validity, String expected) {
    assertEquals(expected, SubmitSmPdu.validity(validity));
  }

  @Test
  void leavesValidityToTheOperator() {
    assertNull(SubmitSmPdu.validity(null));
  }

  @Test
  void growsPausesToThirtySecondsAndStartsAgainAfterAStableSession() {
    Backoff backoff = new Backoff(new Random(1));
    long first = backoff.after(Duration.ZERO).toMillis();
    assertTrue(first >= 50 && first <= 100, () -> first + " ms");
    for (int i = 0; i < 20; i++) {
      backoff.after(Duration.ZERO);
    }
    long longest = backoff.after(Duration.ZERO).toMillis();
    assertTrue(longest >= 15_000 && longest <= 30_000, () -> longest + " ms");
    assertTrue(backoff.after(Duration.ofSeconds(6)).toMillis() <= 100);
  }

  @Test
  void hidesNumbersAndPasswords() {
    assertEquals("*******5678", Msisdns.masked("33612345678"));
    assertEquals("123", Msisdns.masked("123"));
    assertFalse(LinkSettings.of("n", "h", 1, "id", "secret").toString().contains("secret"));
  }
}
