package io.facteur.dlr.callback;

import io.facteur.dlr.settings.Secret;
import io.facteur.dlr.settings.SettingsTable;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The secret that an account's callbacks are signed with. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/{scope: sms|admin/accounts}/{serviceName}/callbackSecret")
public class SecretResource {

  /**
   * The secrets in use.
   *
   * @param secret the present one, as Standard Webhooks writes it ({@code whsec_…})
   * @param previous after a change, for a while, the one before; null otherwise
   */
  public record Secrets(String secret, String previous) {}

  private final SettingsTable settings;
  private final CallbackConfig config;
  private final Clock clock;

  SecretResource(SettingsTable settings, CallbackConfig config, Clock clock) {
    this.settings = settings;
    this.config = config;
    this.clock = clock;
  }

  /** The secrets in use. */
  @GET
  @Transactional
  public Secrets show(@PathParam("serviceName") String serviceName) throws SQLException {
    settings.ensure(List.of(serviceName));
    List<Secret> secrets = settings.read(List.of(serviceName)).get(serviceName).secrets();
    return new Secrets(secrets.get(0).text(), secrets.size() > 1 ? secrets.get(1).text() : null);
  }

  /** Makes a new secret; the one before signs beside it for a while. */
  @POST
  @Transactional
  public Secrets change(@PathParam("serviceName") String serviceName) throws SQLException {
    settings.ensure(List.of(serviceName));
    settings.rotate(serviceName, clock.instant().plus(config.secretOverlap()));
    return show(serviceName);
  }
}
