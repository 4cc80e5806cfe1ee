package io.facteur.users.credential;

import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.error.ErrorBody;
import io.facteur.users.secret.SecretBox;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Tells the gateway what it must know to check calls of a credential that its cache lacks. */
@Path("/internal/credentials")
public class ResolveResource {

  private final Applications applications;
  private final Credentials credentials;
  private final SecretBox box;
  private final Clock clock;

  ResolveResource(Applications applications, Credentials credentials, SecretBox box, Clock clock) {
    this.applications = applications;
    this.credentials = credentials;
    this.box = box;
    this.clock = clock;
  }

  /** A {@link ResolvedCredential}; 404 with INVALID_KEY or NOT_CREDENTIAL when there is none. */
  @POST
  @Path("/resolve")
  public Response resolve(ResolveRequest keys) {
    if (keys == null) {
      throw ApiException.badRequest(
          "The body must be a JSON object with applicationKey and consumerKey");
    }
    return credentials
        .withKey(keys.consumerKey())
        .filter(found -> found.application().applicationKey().equals(keys.applicationKey()))
        .map(found -> Response.ok(ResolvedCredential.of(found, box, clock.instant())))
        .orElseGet(() -> Response.status(404).entity(refusal(keys)))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private ErrorBody refusal(ResolveRequest keys) {
    return applications.withKey(keys.applicationKey()).isPresent()
        ? notFound("NOT_CREDENTIAL", "This credential does not exist")
        : notFound("INVALID_KEY", "This application key is invalid");
  }

  private static ErrorBody notFound(String errorCode, String message) {
    return new ErrorBody("Client::ObjectNotFound", message, "404 Not Found", errorCode, null);
  }
}
