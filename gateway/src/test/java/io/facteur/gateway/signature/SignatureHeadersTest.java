package io.facteur.gateway.signature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureHeadersTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 299, 300})
  void forgivesAClockThatIsALittleOff(long seconds) {
    assertDoesNotThrow(() -> at(NOW.getEpochSecond() + seconds).checkTime(NOW, TOLERANCE));
  }

  @Test
  void saysHowFarAClockIsOff() {
    Refused behind = refusal(at(NOW.getEpochSecond() - 301));
    assertTrue(behind.getMessage().contains("301 s behind"), behind.getMessage());
    Refused ahead = refusal(at(NOW.getEpochSecond() + 7200));
    assertTrue(ahead.getMessage().contains("7200 s ahead of"), ahead.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now", "-1", "1800000000.5", "9223372036854775807", "99999999999999999999"})
  void refusesWhatIsNoTime(String timestamp) {
    assertEquals(
        Refusal.QUERY_TIME_OUT,
        refusal(new SignatureHeaders("ak", "ck", timestamp, "$1$")).refusal());
  }

  private static SignatureHeaders at(long seconds) {
    return new SignatureHeaders("ak", "ck", Long.toString(seconds), "$1$");
  }

  private static Refused refusal(SignatureHeaders headers) {
    return assertThrows(Refused.class, () -> headers.checkTime(NOW, TOLERANCE));
  }
}
