package io.facteur.gateway.stack;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.facteur.gateway.stack.FakeServices.USERS;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A key with which users-service signs the tokens of OAuth2 clients. */
public final class OauthKey {

  private final RsaJsonWebKey key;

  private OauthKey(RsaJsonWebKey key) {
    this.key = key;
  }

  public static OauthKey generate() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(UUID.randomUUID().toString());
      return new OauthKey(key);
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Makes users-service publish this key, and know its client with this state. */
  public OauthKey published(String clientId, String state) {
    String jwks = new JsonWebKeySet(List.of(key)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    USERS.stubFor(get("/internal/oauth2/jwks").willReturn(okJson(jwks)));
    client(clientId, state);
    return this;
  }

  /** Makes users-service know a client. */
  public static void client(String clientId, String state) {
    USERS.stubFor(
        get("/internal/oauth2/clients/" + clientId)
            .willReturn(okJson("{\"clientId\":\"" + clientId + "\",\"state\":\"" + state + "\"}")));
  }

  /** A token as users-service issues it, with a change. */
  public String token(String clientId, UnaryOperator<JwtClaimsBuilder> change) {
    JwtClaimsBuilder claims =
        Jwt.issuer("facteur")
            .audience("facteur-api")
            .subject(clientId)
            .expiresIn(3600)
            .claim("client_id", clientId)
            .claim("customer", "fa00001")
            .claim("scope", "all")
            .claim("rules", List.of(Map.of("method", "GET", "path", "/sms/sms-fa00001-1/*")));
    return change.apply(claims).jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
  }
}
