package io.facteur.messaging.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

  private final NumberReader numbers = new NumberReader();

  @ParameterizedTest
  @CsvSource({
    "+33600000100, fr, 33600000100, FR",
    "0033600000100, fr, 33600000100, FR",
    "0662000000, fr, 33662000000, FR",
    "0662000000, FR, 33662000000, FR",
    "06 62 00 00 00, fr, 33662000000, FR",
    "+44 7911 123456, fr, 447911123456, GB",
    "07911 123456, gb, 447911123456, GB",
  })
  void readsNumbersAsPeopleWriteThem(String text, String country, String digits, String region) {
    Msisdn number = numbers.read(text, country).orElseThrow();

    assertEquals(digits, number.digits());
    assertEquals(region, number.region());
    assertEquals("+" + digits, number.e164());
  }

  @ParameterizedTest
  @CsvSource(
      value = {"'', fr", "12, fr", "hello, fr", "+99912345678, fr", "0662, fr", "NULL, fr"},
      nullValues = "NULL")
  void refusesWhatNobodyCanHave(String text, String country) {
    assertEquals(true, numbers.read(text, country).isEmpty());
  }
}
