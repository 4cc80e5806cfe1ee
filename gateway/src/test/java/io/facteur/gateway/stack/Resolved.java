package io.facteur.gateway.stack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What users-service answers about a credential, as its contract has it. */
public final class Resolved {

  private final JsonObject answer;

  private Resolved(JsonObject answer) {
    this.answer = answer;
  }

  public static Resolved of(Keys keys) {
    return new Resolved(
        new JsonObject()
            .put("applicationSecret", keys.secret())
            .put("customer", "fa00001")
            .put("operator", false)
            .put("state", "validated")
            .put("rules", new JsonArray())
            .put("allowedIPs", new JsonArray())
            .putNull("expiration")
            .put("credentialId", 1)
            .put("applicationId", 1));
  }

  public Resolved customer(String customer) {
    answer.put("customer", customer);
    return this;
  }

  public Resolved operator() {
    answer.put("operator", true).put("customer", "facteur");
    return rules("GET /*", "POST /*", "PUT /*", "DELETE /*");
  }

  public Resolved state(String state) {
    answer.put("state", state);
    return this;
  }

  public Resolved expiration(String instant) {
    answer.put("expiration", instant);
    return this;
  }

  public Resolved allowedIps(String... blocks) {
    answer.put("allowedIPs", new JsonArray(List.of(blocks)));
    return this;
  }

  /** Each rule as {@code "GET /sms/*"}. */
  public Resolved rules(String... rules) {
    JsonArray all = new JsonArray();
    for (String rule : rules) {
      String[] parts = rule.split(" ", 2);
      all.add(new JsonObject().put("method", parts[0]).put("path", parts[1]));
    }
    answer.put("rules", all);
    return this;
  }

  public String json() {
    return answer.encode();
  }
}
