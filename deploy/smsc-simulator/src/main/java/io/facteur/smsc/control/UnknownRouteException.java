package io.facteur.smsc.control;

import java.util.Set;

/** No such path, or not with this method. */
final class UnknownRouteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> PATHS =
      Set.of("/stats", "/messages", "/reset", "/mo", "/behaviour");

  private final int status;

  private UnknownRouteException(int status, String message) {
    super(message);
    this.status = status;
  }

  static UnknownRouteException of(String path) {
    return PATHS.contains(path)
        ? new UnknownRouteException(405, path + " is not used with this method")
        : new UnknownRouteException(404, "no such path: there are " + PATHS);
  }

  int status() {
    return status;
  }
}
