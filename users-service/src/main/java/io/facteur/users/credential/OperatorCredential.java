package io.facteur.users.credential;

import io.facteur.users.rule.AccessRule;
import io.facteur.users.rule.RuleMethod;
import io.facteur.users.secret.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The credential of the platform's operator, who stands above the customers. */
@ApplicationScoped
public class OperatorCredential {

  /** Any number that no other lock uses: replicas that start together take turns. */
  private static final long LOCK = 7_064_101L;

  private final Applications applications;
  private final Credentials credentials;
  private final SecretBox box;
  private final Clock clock;

  OperatorCredential(
      Applications applications, Credentials credentials, SecretBox box, Clock clock) {
    this.applications = applications;
    this.credentials = credentials;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Makes the credential when it is missing and takes a new secret for it. One that was revoked
   * stays revoked.
   *
   * @return whether it can be used
   * @throws IllegalStateException when a key belongs to a customer or to another application
   */
  @Transactional
  public boolean ensure(ApplicationKeys keys, String consumerKey) {
    applications
        .getEntityManager()
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)", Integer.class)
        .setParameter(1, LOCK)
        .getResultList();
    Application application = application(keys);
    Optional<Credential> present = credentials.withKey(consumerKey);
    if (present.isEmpty()) {
      credentials.persist(
          new Credential(application, consumerKey, everything(), List.of(), clock.instant()));
      return true;
    }
    if (!present.get().application().id().equals(application.id())) {
      throw new IllegalStateException(
          "facteur.operator.consumer-key belongs to another application: choose another");
    }
    return present.get().stateAt(clock.instant()) == CredentialState.VALIDATED;
  }

  private Application application(ApplicationKeys keys) {
    Optional<Application> present = applications.withKey(keys.applicationKey());
    if (present.isEmpty()) {
      Application made = new Application(keys, "operator", null, box, clock.instant());
      applications.persist(made);
      return made;
    }
    Application application = present.get();
    if (!application.isOperators()) {
      throw new IllegalStateException(
          "facteur.operator.application-key belongs to a customer: choose another");
    }
    if (!application.secret(box).equals(keys.applicationSecret())) {
      application.takeSecret(keys.applicationSecret(), box);
    }
    return application;
  }

  private static List<AccessRule> everything() {
    return Arrays.stream(RuleMethod.values()).map(method -> new AccessRule(method, "/*")).toList();
  }
}
