package io.facteur.gateway.route;

import io.facteur.gateway.upstream.Service;
import java.util.Optional;

/** Who answers an operation: a service, or the gateway itself. */
enum Target {
  USERS(Service.USERS),
  MESSAGING(Service.MESSAGING),
  BILLING(Service.BILLING),
  DLR(Service.DLR),
  /** What can be called here. */
  SCHEMA(null),
  /** The time of the gateway. */
  CLOCK(null),
  /** What the caller's credential may do. */
  CREDENTIAL(null),
  /** Who the caller is. */
  IDENTITY(null),
  /** users, filtered by the token's rules. */
  ACCOUNT_LIST(null),
  /** users and billing together. */
  ACCOUNT_VIEW(null);

  private final Service service;

  Target(Service service) {
    this.service = service;
  }

  /** The service that the call is forwarded to, unless the gateway composes the answer. */
  Optional<Service> service() {
    return Optional.ofNullable(service);
  }
}
