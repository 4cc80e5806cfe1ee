package io.facteur.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestTokensTest {

  @BeforeAll
  static void start() {
    var stack = new FacteurStack();
    stack.init(Map.of("database", "tokens"));
    stack.start();
  }

  @Test
  void saysWhatTheGatewaySays() {
    String[] parts = TestTokens.customer("sms-fa00001-1", 7).split("\\.", -1);
    JsonObject header = decode(parts[0]);
    JsonObject claims = decode(parts[1]);
    assertEquals("RS256", header.getString("alg"));
    assertEquals("test", header.getString("kid"));
    assertEquals("facteur-gateway", claims.getString("iss"));
    assertEquals("facteur-services", claims.getString("aud"));
    assertEquals("fa00001", claims.getString("sub"));
    assertEquals("sms-fa00001-1", claims.getString("service_name"));
    assertEquals(7L, claims.getLong("settings_version"));
    assertEquals("customer", claims.getJsonArray("groups").getString(0));
    assertEquals(300, claims.getLong("exp") - claims.getLong("iat"));
  }

  private static JsonObject decode(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }
}
