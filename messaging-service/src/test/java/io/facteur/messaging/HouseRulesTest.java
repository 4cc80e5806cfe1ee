package io.facteur.messaging;

import io.facteur.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void holdForMessaging() {
    HouseRules.check("io.facteur.messaging");
  }
}
