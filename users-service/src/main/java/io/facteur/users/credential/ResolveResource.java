package io.facteur.users.credential;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.secret.SecretBox;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;

/** Tells the gateway what it must know to check calls of a credential that its cache lacks. */
@Path("/internal/credentials")
public class ResolveResource {

  private final Applications applications;
  private final Credentials credentials;
  private final SecretBox box;
  private final Clock clock;

  ResolveResource(
      Applications applications, Credentials credentials, SecretBox box, Clock clock) {
    this.applications = applications;
    this.credentials = credentials;
    this.box = box;
    this.clock = clock;
  }

  /** The credential; 404 with INVALID_KEY or NOT_CREDENTIAL when the keys lead to none. */
  @POST
  @Path("/resolve")
  public ResolvedCredential resolve(ResolveRequest keys) {
    if (keys == null) {
      throw ApiException.badRequest(
          "The body must be a JSON object with applicationKey and consumerKey");
    }
    return credentials
        .withKey(keys.consumerKey())
        .filter(found -> found.application().applicationKey().equals(keys.applicationKey()))
        .map(found -> ResolvedCredential.of(found, box, clock.instant()))
        .orElseThrow(() -> refusal(keys));
  }

  private ApiException refusal(ResolveRequest keys) {
    return applications.withKey(keys.applicationKey()).isPresent()
        ? ApiException.notFound("NOT_CREDENTIAL", "This credential does not exist")
        : ApiException.notFound("INVALID_KEY", "This application key is invalid");
  }
}
