package io.facteur.messaging.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdFormatTest {

  @ParameterizedTest
  @CsvSource({
    "SAME, 00A1b2, a1b2, a1b2",
    "SAME, 000, 0, 0",
    "SAME, 550e8400-E29B, 550e8400-e29b, 550e8400-E29B",
    "SAME, 0123456789, 123456789, 123456789",
    "HEX_THEN_DECIMAL, 0000FF, ff, 255",
    "HEX_THEN_DECIMAL, ffffffffffffffffff, ffffffffffffffffff, 4722366482869645213695",
    "HEX_THEN_DECIMAL, x-1, x-1, X-1",
    "DECIMAL_THEN_HEX, 0255, ff, FF"
  })
  void makesBothFormsEqual(
      MessageIdFormat format, String response, String expected, String receipt) {
    assertEquals(expected, format.ofResponse(response));
    assertEquals(expected, format.ofReceipt(receipt));
  }
}
