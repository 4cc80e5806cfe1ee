package io.facteur.billing;

import io.facteur.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void holdTheHouseUp() {
    HouseRules.check("io.facteur.billing");
  }
}
