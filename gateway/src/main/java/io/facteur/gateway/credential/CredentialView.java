package io.facteur.gateway.credential;

import io.facteur.gateway.error.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a caller may know of its own credential, in OVH's shape. */
public final class CredentialView {

  private CredentialView() {}

  /**
   * {@code auth.ApiCredential}; {@code creation} is left out, as users-service does not tell it.
   *
   * @throws io.facteur.gateway.error.Refused 403 for a token of an OAuth2 client, which is none
   */
  public static Buffer of(Credential credential) {
    if (!(credential.origin() instanceof Credential.ConsumerKey key)) {
      throw Refusal.NOT_CREDENTIAL.because(
          "This credential does not exist: an OAuth2 token has none, see GET /auth/details");
    }
    return new JsonObject()
        .put("credentialId", key.credentialId())
        .put("applicationId", key.applicationId())
        .put("status", credential.state().word())
        .put("rules", rules(credential))
        .put("expiration", text(credential.expiration()))
        .putNull("lastUse")
        .put("allowedIPs", credential.allowedAddresses().blocks())
        .put("ovhSupport", false)
        .toBuffer();
  }

  /** {@code auth.Details}. */
  public static Buffer identity(Credential credential) {
    boolean token = credential.origin() instanceof Credential.Oauth2Client;
    return new JsonObject()
        .put("account", credential.customer())
        .putNull("user")
        .putNull("description")
        .put("identities", new JsonArray().add(urn(credential)))
        .put("method", token ? "oauth2_client_credentials" : "account")
        .putNull("roles")
        .put("allowedRoutes", rules(credential))
        .toBuffer();
  }

  private static String urn(Credential credential) {
    String account = "urn:v1:eu:identity:account:" + credential.customer();
    return credential.origin() instanceof Credential.Oauth2Client client
        ? "urn:v1:eu:identity:credential:" + credential.customer() + "/oauth2-" + client.clientId()
        : account;
  }

  private static JsonArray rules(Credential credential) {
    JsonArray rules = new JsonArray();
    credential
        .rules()
        .rules()
        .forEach(
            rule ->
                rules.add(new JsonObject().put("method", rule.method()).put("path", rule.path())));
    return rules;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
