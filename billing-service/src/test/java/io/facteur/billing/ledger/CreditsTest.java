package io.facteur.billing.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditsTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 1000000, 1000.0",
    "0.4, 400, 0.4",
    "0.001, 1, 0.001",
    "1E+9, 1000000000000, 1000000000.0"
  })
  void areExactInBothDirections(BigDecimal decimal, long thousandths, String written) {
    Credits credits = Credits.of(decimal);
    assertEquals(new Credits(thousandths), credits);
    assertEquals(written, credits.toString());
  }

  @Test
  void refuseAFourthDecimal() {
    BigDecimal tooFine = new BigDecimal("0.0001");
    assertThrows(ArithmeticException.class, () -> Credits.of(tooFine));
  }

  @Test
  void refuseToOverflow() {
    Credits most = new Credits(Long.MAX_VALUE);
    Credits one = new Credits(1);
    assertThrows(ArithmeticException.class, () -> most.plus(one));
  }

  @Test
  void areCutToALimit() {
    assertEquals(new Credits(3), new Credits(5).atMost(new Credits(3)));
    assertEquals(new Credits(2), new Credits(2).atMost(new Credits(3)));
  }
}
