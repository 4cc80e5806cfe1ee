package io.facteur.dlr.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.dlr.ptt.DeliveryState;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptMappingTest {

  @ParameterizedTest(name = "{0} {1} is {2}/{3}")
  @CsvSource({
    "DELIVRD, 000, 1, 4",
    "delivered, '', 1, 4",
    "DELIVRD, 024, 1, 4",
    "EXPIRED, 008, 2, 8",
    "EXPIRED, 024, 2, 8",
    "UNDELIV, 024, 2, 24",
    "UNDELIV, 24, 2, 24",
    "UNDELIV, 0x18, 2, 24",
    "UNDELIV, 0X18, 2, 24",
    "UNDELIV, ' 24 ', 2, 24",
    "UNDELIV, 202, 2, 202",
    "UNDELIV, 000, 2, 5",
    "UNDELIV, 004, 2, 5",
    "UNDELIV, 007, 2, 5",
    "UNDELIV, -24, 2, 5",
    "UNDELIV, 99999999999, 2, 5",
    "UNDELIV, abc, 2, 5",
    "UNDELIV, 0x, 2, 5",
    "UNDELIV, , 2, 5",
    "UNDELIVERABLE, 28, 2, 28",
    "DELETED, 023, 2, 23",
    "DELETED, 0, 2, 5",
    "REJECTD, 0, 2, 20",
    "REJECTD, 028, 2, 28",
    "FAILED, 026, 2, 26",
    "UNKNOWN, 000, 2, 6",
    "ENROUTE, 001, 4, 1",
    "ACCEPTD, 2, 4, 2",
  })
  void readsWhatOperatorsWrite(String stat, String err, int dlr, int ptt) {
    assertEquals(Optional.of(new DeliveryState(dlr, ptt)), ReceiptMapping.state(stat, err));
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTD, 000", "ENROUTE, 024", "ENROUTE, ", "'', 24", ", 24", "WHATEVER, 4"})
  void passesOverWhatIsNoNews(String stat, String err) {
    assertEquals(Optional.empty(), ReceiptMapping.state(stat, err));
  }
}
