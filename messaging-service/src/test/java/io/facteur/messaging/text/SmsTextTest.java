package io.facteur.messaging.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

  @ParameterizedTest(name = "{0} × {1}: {2}, {3} units, {4} segments")
  @CsvSource({
    "a, 160, GSM7, 160, 1",
    "a, 161, GSM7, 161, 2",
    "a, 306, GSM7, 306, 2",
    "a, 307, GSM7, 307, 3",
    "€, 80, GSM7, 160, 1",
    "€, 81, GSM7, 162, 2",
    "ç, 70, UCS2, 70, 1",
    "ç, 71, UCS2, 71, 2",
    "ç, 134, UCS2, 134, 2",
    "ç, 135, UCS2, 135, 3",
    "é, 160, GSM7, 160, 1",
  })
  void countsUnitsAndSegments(
      String character, int times, Encoding encoding, int units, int segments) {
    SmsText text = SmsText.of(character.repeat(times));

    assertEquals(encoding, text.encoding());
    assertEquals(units, text.units());
    assertEquals(segments, text.segments());
  }

  @Test
  void neverPutsAnEscapeAndItsCharacterIntoTwoSegments() {
    SmsText text = SmsText.of("a".repeat(152) + "€" + "b".repeat(10));

    assertEquals(List.of("a".repeat(152), "€" + "b".repeat(10)), text.parts());
  }

  @Test
  void neverSplitsASurrogatePair() {
    SmsText text = SmsText.of("ç".repeat(66) + "😀" + "ç".repeat(10));

    assertEquals(List.of("ç".repeat(66), "😀" + "ç".repeat(10)), text.parts());
  }

  @Test
  void forcesUcs2WhenAsked() {
    SmsText text = SmsText.of("a".repeat(71), true);

    assertEquals(Encoding.UCS2, text.encoding());
    assertEquals(2, text.segments());
  }

  @Test
  void numbersItsSegmentsInTheUserDataHeader() {
    SmsText text = SmsText.of("a".repeat(161));

    byte[] second = text.payload(1, 0x1234);

    assertArrayEquals(
        new byte[] {5, 0, 3, 0x34, 2, 2, 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'}, second);
    assertEquals(159, text.payload(0, 0x1234).length);
  }

  @Test
  void encodesTheDefaultAlphabetAndItsExtension() {
    assertArrayEquals(
        new byte[] {0x00, 0x02, 0x05, 0x7F, 0x1B, 0x65, 0x1B, 0x3C, 0x0A},
        SmsText.of("@$éà€[\n").payload(0, 1));
  }

  @Test
  void sendsUcs2InBigEndianOrder() {
    assertArrayEquals(new byte[] {0x00, (byte) 0xE7}, SmsText.of("ç").payload(0, 1));
  }
}
