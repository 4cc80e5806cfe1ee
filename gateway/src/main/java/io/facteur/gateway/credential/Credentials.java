package io.facteur.gateway.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.cache.CoalescingCache;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;

/** Who a pair of keys belongs to: asked of users-service, and remembered until it changes. */
@Singleton
public class Credentials {

  private final CoalescingCache<CredentialKey, Resolution> known;
  private final ServiceClient services;
  private final ObjectMapper json;

  Credentials(Vertx vertx, GatewayConfig config, ServiceClient services, ObjectMapper json) {
    Duration ttl = config.cache().ttl();
    Duration negativeTtl = config.cache().negativeTtl();
    this.known =
        new CoalescingCache<>(
            vertx,
            config.cache().maxEntries(),
            resolution -> resolution instanceof Known ? ttl : negativeTtl);
    this.services = services;
    this.json = json;
  }

  /**
   * The credential of these keys. Fails with a refusal: 403 for keys that do not exist, 503 when
   * users-service can't be asked.
   */
  public Future<Credential> resolve(CredentialKey key) {
    if (!key.plausible()) {
      return Future.failedFuture(refusal(Refusal.INVALID_KEY));
    }
    return known.get(key, () -> ask(key)).compose(Resolution::credential);
  }

  /** Forgets one credential, because it changed. */
  public void drop(CredentialKey key) {
    known.drop(key);
  }

  /** Forgets all, because changes may have been missed. */
  public void dropAll() {
    known.dropAll();
  }

  private Future<Resolution> ask(CredentialKey key) {
    Buffer question =
        new JsonObject()
            .put("applicationKey", key.application())
            .put("consumerKey", key.consumer())
            .toBuffer();
    return services
        .post(Service.USERS, "/internal/credentials/resolve", TokenScope.gateway(null), question)
        .map(this::resolution);
  }

  private Resolution resolution(ServiceAnswer answer) {
    if (answer.ok()) {
      return new Known(read(answer.body()));
    }
    if (answer.absent()) {
      boolean applicationUnknown = "INVALID_KEY".equals(answer.json().getString("errorCode"));
      return new Unknown(applicationUnknown ? Refusal.INVALID_KEY : Refusal.NOT_CREDENTIAL);
    }
    throw Refusal.UNAVAILABLE.because(
        "The users service can't tell at the moment who you are, try again shortly");
  }

  private Credential read(Buffer body) {
    try {
      return json.readValue(body.getBytes(), ResolvedCredential.class).credential();
    } catch (IOException breachOfContract) {
      throw new IllegalStateException("users-service sent no credential", breachOfContract);
    }
  }

  private static Throwable refusal(Refusal kind) {
    return kind.because(
        kind == Refusal.INVALID_KEY
            ? "This application key is invalid: check X-Ovh-Application, and that it was made here"
            : "This credential does not exist: check that X-Ovh-Consumer belongs to this application and was not revoked");
  }

  private sealed interface Resolution {
    Future<Credential> credential();
  }

  private record Known(Credential value) implements Resolution {
    @Override
    public Future<Credential> credential() {
      return Future.succeededFuture(value);
    }
  }

  private record Unknown(Refusal kind) implements Resolution {
    @Override
    public Future<Credential> credential() {
      return Future.failedFuture(refusal(kind));
    }
  }
}
