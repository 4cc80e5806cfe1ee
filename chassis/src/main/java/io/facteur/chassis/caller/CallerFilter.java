package io.facteur.chassis.caller;

import io.facteur.chassis.error.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets nobody in without a token of the gateway, and nobody to an account that the token is not
 * about. Which role a path wants is read off its first segment, so that a new resource can't
 * forget.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final InternalTokens tokens;
  private final CurrentCaller current;

  CallerFilter(InternalTokens tokens, CurrentCaller current) {
    this.tokens = tokens;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      throw ApiException.unauthorized("You must login first");
    }
    Caller caller = tokens.identify(header.substring(BEARER.length()));
    String role = roleFor(request.getUriInfo().getPath());
    if (!caller.has(role)) {
      throw ApiException.forbidden(
          "NOT_GRANTED_CALL", "This call needs the role " + role + ", which this caller lacks");
    }
    String serviceName = request.getUriInfo().getPathParameters().getFirst("serviceName");
    if (serviceName != null
        && !role.equals(Caller.GATEWAY)
        && !serviceName.equals(caller.serviceName())) {
      throw ApiException.noSuchObject("serviceName", serviceName);
    }
    current.set(caller);
  }

  private static String roleFor(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    if (relative.startsWith("admin/") || relative.equals("admin")) {
      return Caller.OPERATOR;
    }
    return relative.startsWith("internal/") ? Caller.GATEWAY : Caller.CUSTOMER;
  }
}
