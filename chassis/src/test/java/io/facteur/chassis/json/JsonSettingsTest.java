package io.facteur.chassis.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSettingsTest {

  private final ObjectMapper json = new ObjectMapper();

  JsonSettingsTest() {
    new JsonSettings().customize(json);
  }

  record Job(Integer minutes) {}

  record Balance(double credits, Double left) {}

  @ParameterizedTest
  @CsvSource({"16090817, 16090817", "1E9, 1000000000", "0.4, 0.4", "999998.6, 999998.6"})
  void writesAmountsInFull(double amount, String written) throws JsonProcessingException {
    assertEquals(
        "{\"credits\":" + written + ",\"left\":null}",
        json.writeValueAsString(new Balance(amount, null)));
  }

  @Test
  void takesNumbersFromTextAndIgnoresUnknownFields() throws JsonProcessingException {
    assertEquals(new Job(2880), json.readValue("{\"minutes\":\"2880\",\"x\":1}", Job.class));
    assertEquals(new Job(null), json.readValue("{\"minutes\":null}", Job.class));
  }

  @Test
  void takesNoFractionForAWholeNumber() {
    assertThrows(
        JsonProcessingException.class, () -> json.readValue("{\"minutes\":1.5}", Job.class));
  }
}
