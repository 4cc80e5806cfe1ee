package io.facteur.local.provision;

import io.facteur.local.client.Credential;
import java.util.Map;

/** What {@code up} says in the environment about the stack that it has started. */
record StackSettings(Map<String, String> environment) {

  int port(String variable) {
    return Integer.parseInt(get(variable));
  }

  Credential operator() {
    return new Credential(
        get("OPERATOR_APPLICATION_KEY"),
        get("OPERATOR_APPLICATION_SECRET"),
        get("OPERATOR_CONSUMER_KEY"));
  }

  String smppPassword() {
    return get("SMPP_PASSWORD");
  }

  private String get(String variable) {
    String value = environment.get(variable);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "The environment has no " + variable + "; use deploy/local/up");
    }
    return value;
  }
}
