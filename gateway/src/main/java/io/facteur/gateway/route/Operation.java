package io.facteur.gateway.route;

import java.util.List;

/**
 * One line of the routing table.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path with parameters in braces; {@code {serviceName}} is the account a call is about
 * @param target who answers
 */
record Operation(String method, String path, Target target) {

  /** Who may call. */
  enum Audience {
    ANYONE,
    CUSTOMERS,
    OPERATORS
  }

  Audience audience() {
    if (target == Target.CLOCK) {
      return Audience.ANYONE;
    }
    return path.startsWith("/admin/") ? Audience.OPERATORS : Audience.CUSTOMERS;
  }

  /** The path's segments, parameters in braces. */
  List<String> segments() {
    return List.of(path.substring(1).split("/"));
  }
}
