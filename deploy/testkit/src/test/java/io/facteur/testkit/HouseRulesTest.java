package io.facteur.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {

  /** Offenders that exist: a library with an impl package, and this module, which knows others. */
  @ParameterizedTest
  @CsvSource({
    "io.vertx.amqp, ..impl..",
    "io.facteur.testkit, belong to another module",
  })
  void findsOffenders(String basePackage, String rule) {
    var violation = assertThrows(AssertionError.class, () -> HouseRules.check(basePackage));
    assertTrue(violation.getMessage().contains(rule), violation.getMessage());
  }
}
