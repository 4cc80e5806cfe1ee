package io.facteur.users.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a request for a token leads to; the components are the JSON that the client reads. */
sealed interface TokenOutcome {

  /**
   * RFC 6749, section 5.1.
   *
   * @param accessToken the token
   * @param tokenType always Bearer
   * @param expiresIn seconds
   * @param scope always all
   */
  record Issued(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      String scope)
      implements TokenOutcome {

    @Override
    public String toString() {
      return "Issued[]";
    }
  }

  /**
   * RFC 6749, section 5.2.
   *
   * @param error invalid_request, invalid_client, unsupported_grant_type or invalid_scope
   * @param description what to do about it
   */
  record Refused(String error, @JsonProperty("error_description") String description)
      implements TokenOutcome {}
}
