package io.facteur.gateway;

import io.facteur.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void hold() {
    HouseRules.check("io.facteur.gateway");
  }
}
