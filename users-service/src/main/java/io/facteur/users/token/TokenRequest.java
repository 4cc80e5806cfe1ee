package io.facteur.users.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client asks with (RFC 6749, section 4.4.2), as the gateway read it from the form and from
 * HTTP Basic.
 *
 * @param grantType {@code client_credentials}
 * @param clientId its id
 * @param clientSecret its secret
 * @param scope {@code all}, empty or missing
 */
record TokenRequest(
    @JsonProperty("grant_type") String grantType,
    @JsonProperty("client_id") String clientId,
    @JsonProperty("client_secret") String clientSecret,
    String scope) {

  @Override
  public String toString() {
    return "TokenRequest[" + clientId + "]";
  }
}
