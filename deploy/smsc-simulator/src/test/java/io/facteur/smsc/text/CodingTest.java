package io.facteur.smsc.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

  @ParameterizedTest
  @CsvSource({
    "0x00, GSM7, false",
    "0x03, LATIN1, false",
    "0x04, BINARY, false",
    "0x08, UCS2, false",
    "0x10, GSM7, true",
    "0x11, GSM7, false",
    "0x18, UCS2, true",
    "0xf0, GSM7, true",
    "0xf5, BINARY, false"
  })
  void readsDataCoding(String octet, Coding coding, boolean flash) {
    byte dataCoding = (byte) Integer.decode(octet).intValue();
    assertEquals(coding, Coding.of(dataCoding));
    assertEquals(flash, Coding.isFlash(dataCoding));
  }

  @Test
  void decodesWhatItEncodes() {
    String text = "@£àÉ{}[]~^\\|€ abc\n";
    assertEquals(text, Coding.GSM7.decode(Gsm7.encode(text)));
    assertNull(Gsm7.encode("ê"));
  }

  @Test
  void keepsEscapesAndPairsTogether() {
    ReplyParts gsm = ReplyParts.of("a".repeat(152) + "€" + "b".repeat(20), 1);
    assertEquals(6 + 152, gsm.parts().get(0).length);
    ReplyParts ucs2 = ReplyParts.of("ê".repeat(66) + "😀" + "b".repeat(20), 1);
    assertEquals(6 + 132, ucs2.parts().get(0).length);
    assertEquals(1, ReplyParts.of("x".repeat(160), 1).parts().size());
    assertEquals(2, ReplyParts.of("x".repeat(161), 1).parts().size());
  }
}
