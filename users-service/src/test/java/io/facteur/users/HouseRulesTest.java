package io.facteur.users;

import io.facteur.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void holds() {
    HouseRules.check("io.facteur.users");
  }
}
