package io.facteur.gateway.oauth2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {

  private static final JsonObject ASKED =
      new JsonObject()
          .put("grant_type", "client_credentials")
          .put("client_id", "id")
          .put("client_secret", "a secret+")
          .put("scope", "all");

  @Test
  void readsIdAndSecretFromTheForm() {
    String form = "grant_type=client_credentials&client_id=id&client_secret=a+secret%2B&scope=all";
    assertEquals(ASKED, TokenForm.of(form, null).json().toJsonObject());
  }

  @Test
  void readsIdAndSecretFromHttpBasic() {
    String form = "grant_type=client_credentials&scope=all";
    assertEquals(ASKED, TokenForm.of(form, basic("id:a%20secret%2B")).json().toJsonObject());
    assertEquals(
        ASKED,
        TokenForm.of(form + "&client_id=other", basic("id:a+secret%2B")).json().toJsonObject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&&&", "=", "a", "client_id=%zz", "{\"json\":1}"})
  void leavesOutWhatItCantRead(String form) {
    for (String header : new String[] {null, "Basic", "Basic ***", "Basic aWQ=", "Bearer x"}) {
      JsonObject json = TokenForm.of(form, header).json().toJsonObject();
      assertEquals(null, json.getString("client_secret"));
    }
  }

  private static String basic(String pair) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
