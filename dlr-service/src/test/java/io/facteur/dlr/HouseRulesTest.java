package io.facteur.dlr;

import io.facteur.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("io.facteur.dlr");
  }
}
