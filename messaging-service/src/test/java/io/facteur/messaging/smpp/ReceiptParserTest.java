package io.facteur.messaging.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptParserTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "id:1a sub:001 dlvrd:001 submit date:2401 done date:2402 stat:DELIVRD err:000 text:hi,"
            + " 1a, DELIVRD, 000",
        "ID:1A SUB:001 STAT:undeliv ERR:24, 1A, UNDELIV, 24",
        "id: 77 stat: EXPIRED err: 008, 77, EXPIRED, 008",
        "id:7 stat:DELIVERED, 7, DELIVRD, -",
        "id:7 stat:UNDELIVERABLE err:X1, 7, UNDELIV, X1",
        "id:7;stat:REJECTED;err:1, 7, REJECTD, 1",
        "stat:DELIVRD err:000, -, DELIVRD, 000",
        "id: sub:001 stat:DELIVRD, -, DELIVRD, -",
        "msgid:5 id:6 stat:DELIVRD, 6, DELIVRD, -",
        "id:9 stat:DELIVRD Text:id:1 stat:UNDELIV err:999, 9, DELIVRD, -",
        "nothing of the kind, -, -, -"
      })
  void takesWhatIsThere(String text, String id, String stat, String err) {
    ReceiptParser parser = new ReceiptParser(text);
    assertEquals(id, parser.id());
    assertEquals(stat, parser.stat());
    assertEquals(err, parser.err());
  }

  @Test
  void findsNothingInNothing() {
    assertNull(new ReceiptParser("").id());
  }
}
