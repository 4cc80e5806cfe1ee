package io.facteur.chassis.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a URL that matter for dialling it.
 *
 * @param host a name or a literal address, without brackets
 * @param path what goes in the request line, query included, never empty
 */
record Target(boolean secure, String host, int port, String path, Optional<String> authorization) {

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the URL.
   *
   * @throws HttpRefusal.NotHttp when it has another scheme or no host
   * @throws HttpRefusal.BlockedAddress when its port is closed
   */
  static Target of(URI uri, Set<Integer> deniedPorts) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new HttpRefusal.NotHttp("the URL must start with http:// or https://");
    }
    String host = uri.getHost();
    if (host == null || host.isEmpty()) {
      throw new HttpRefusal.NotHttp("the URL names no valid host");
    }
    boolean secure = scheme.equals("https");
    int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
    if (port == 0 || port > HIGHEST_PORT) {
      throw new HttpRefusal.NotHttp("the URL's port must be between 1 and 65535");
    }
    if (deniedPorts.contains(port)) {
      throw new HttpRefusal.BlockedAddress(host + ":" + port);
    }
    String path = pathOf(URI.create(uri.toASCIIString()));
    return new Target(secure, unbracketed(host), port, path, basic(uri));
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String pathOf(URI uri) {
    String path = uri.getRawPath();
    String start = path == null || path.isEmpty() ? "/" : path;
    return uri.getRawQuery() == null ? start : start + "?" + uri.getRawQuery();
  }

  /** {@code user:password@} of the URL, as browsers send it. */
  private static Optional<String> basic(URI uri) {
    return Optional.ofNullable(uri.getUserInfo())
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }
}
