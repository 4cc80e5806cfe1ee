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
    /** Whoever has a valid credential, whatever its rules: it is about the credential itself. */
    BEARERS,
    CUSTOMERS,
    OPERATORS
  }

  Audience audience() {
    if (target == Target.CREDENTIAL || target == Target.IDENTITY) {
      return Audience.BEARERS;
    }
    if (target == Target.CLOCK || target == Target.SCHEMA) {
      return Audience.ANYONE;
    }
    return path.startsWith("/admin/") ? Audience.OPERATORS : Audience.CUSTOMERS;
  }

  /** The path's segments, parameters in braces. */
  List<String> segments() {
    return path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
  }
}
