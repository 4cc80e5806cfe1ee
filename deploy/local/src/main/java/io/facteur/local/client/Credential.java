package io.facteur.local.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The three keys of an OVH client: who calls, with which application. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Credential(String applicationKey, String applicationSecret, String consumerKey) {

  /**
   * OVH's signature of a call.
   *
   * @param url as it is called, query included
   * @param timestamp seconds since 1970
   */
  public String sign(String method, String url, String body, String timestamp) {
    String signed = String.join("+", applicationSecret, consumerKey, method, url, body, timestamp);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
      return "$1$" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  @Override
  public String toString() {
    return "Credential[applicationKey=" + applicationKey + "]";
  }
}
