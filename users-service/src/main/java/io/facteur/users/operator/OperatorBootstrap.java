package io.facteur.users.operator;

import io.facteur.users.credential.ApplicationKeys;
import io.facteur.users.credential.OperatorCredential;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Makes the operator's credential from the configuration, at each start. */
@ApplicationScoped
class OperatorBootstrap {

  private static final Logger LOG = Logger.getLogger(OperatorBootstrap.class);
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final OperatorConfig config;
  private final OperatorCredential credential;

  OperatorBootstrap(OperatorConfig config, OperatorCredential credential) {
    this.config = config;
    this.credential = credential;
  }

  void onStart(@Observes StartupEvent start) {
    long given =
        Stream.of(config.applicationKey(), config.applicationSecret(), config.consumerKey())
            .filter(Optional::isPresent)
            .count();
    if (given == 0) {
      LOG.warn("fact=no-operator remedy=\"set facteur.operator.* to be able to call /admin\"");
      return;
    }
    ApplicationKeys keys =
        new ApplicationKeys(
            checked("application-key", config.applicationKey()),
            checked("application-secret", config.applicationSecret()));
    if (!credential.ensure(keys, checked("consumer-key", config.consumerKey()))) {
      LOG.warnf(
          "fact=operator-revoked applicationKey=%s remedy=\"configure another consumer key\"",
          keys.applicationKey());
    }
  }

  private static String checked(String name, Optional<String> value) {
    return value
        .filter(key -> SHAPE.matcher(key).matches())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "facteur.operator." + name + " must have 8 to 64 letters, digits, - or _"));
  }
}
