package io.facteur.gateway.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client asks a token with.
 *
 * @param fields by their names in RFC 6749
 */
record TokenForm(Map<String, String> fields) {

  private static final String BASIC = "Basic ";

  TokenForm {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads form and header. What can't be read is missing in the result, and users-service says so.
   *
   * @param form {@code application/x-www-form-urlencoded}
   * @param authorization header, or null; id and secret in it win over those of the form
   */
  static TokenForm of(String form, String authorization) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      put(fields, pair.split("=", 2));
    }
    if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, 6)) {
      String[] pair = basic(authorization.substring(BASIC.length()).trim()).split(":", 2);
      put(fields, new String[] {"client_id", pair[0]});
      put(fields, pair.length == 2 ? new String[] {"client_secret", pair[1]} : pair);
    }
    return new TokenForm(fields);
  }

  /** As users-service reads it. */
  Buffer json() {
    JsonObject json = new JsonObject();
    for (String name : new String[] {"grant_type", "client_id", "client_secret", "scope"}) {
      json.put(name, fields.get(name));
    }
    return json.toBuffer();
  }

  private static void put(Map<String, String> fields, String[] pair) {
    if (pair.length == 2) {
      fields.put(decode(pair[0]), decode(pair[1]));
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  private static String basic(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  @Override
  public String toString() {
    return "TokenForm[" + fields.get("client_id") + "]";
  }
}
