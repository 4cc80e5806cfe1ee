package io.facteur.gateway.flush;

import io.facteur.gateway.account.Accounts;
import io.facteur.gateway.credential.CredentialKey;
import io.facteur.gateway.credential.Credentials;
import io.facteur.gateway.oauth2.BearerTokens;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.jboss.logging.Logger;

/** What this process remembers of users-service, and which news makes it forget what. */
@Singleton
public class RememberedFacts {

  private static final Logger LOG = Logger.getLogger(RememberedFacts.class);
  private static final String TYPE = "cloudEvents_type";

  private final Credentials credentials;
  private final BearerTokens bearerTokens;
  private final Accounts accounts;

  RememberedFacts(Credentials credentials, BearerTokens bearerTokens, Accounts accounts) {
    this.bearerTokens = bearerTokens;
    this.credentials = credentials;
    this.accounts = accounts;
  }

  /** Forgets everything: news may have been missed. */
  public void forgetAll() {
    credentials.dropAll();
    bearerTokens.dropAll();
    accounts.dropAll();
  }

  /** Forgets what the event is about; all of it, when it can't be read. */
  void changed(AmqpMessage event) {
    try {
      changed(event.applicationProperties().getString(TYPE, ""), body(event));
    } catch (DecodeException | ClassCastException | NullPointerException unreadable) {
      LOG.warnf("fact=unreadable-event problem=%s", unreadable);
      forgetAll();
    }
  }

  private void changed(String type, JsonObject body) {
    if (type.startsWith("facteur.users.account.")) {
      accounts.drop(body.getString("serviceName"));
    } else if (type.startsWith("facteur.users.credential.")) {
      credentials.drop(
          new CredentialKey(body.getString("applicationKey"), body.getString("consumerKey")));
    } else if (type.startsWith("facteur.users.oauth2-client.")) {
      bearerTokens.dropAll();
    }
  }

  private static JsonObject body(AmqpMessage event) {
    return event.unwrap().getBody() instanceof Data
        ? event.bodyAsBinary().toJsonObject()
        : new JsonObject(event.bodyAsString());
  }
}
