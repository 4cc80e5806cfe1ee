package io.facteur.gateway.signature;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The URLs that a client may have signed. Clients sign what they were configured with: some with
 * the port, some without, some behind a proxy that speaks another scheme (API reference 5.2). What
 * follows the host is always exactly what was sent.
 */
public final class CandidateUrls {

  private CandidateUrls() {}

  /**
   * The candidates, likeliest first.
   *
   * @param scheme of the connection, {@code http} or {@code https}
   * @param host the Host header, with or without port
   * @param localPort the port that the connection came in at
   * @param uri path and query as sent
   */
  public static Collection<String> of(String scheme, String host, int localPort, String uri) {
    String other = scheme.equals("https") ? "http" : "https";
    Set<String> urls = new LinkedHashSet<>();
    for (String candidate : List.of(scheme, other)) {
      for (String authority : authorities(candidate, host, localPort)) {
        urls.add(candidate + "://" + authority + uri);
      }
    }
    return urls;
  }

  private static List<String> authorities(String scheme, String host, int localPort) {
    String bare = withoutPort(host);
    String defaultPort = scheme.equals("https") ? ":443" : ":80";
    return List.of(host, bare, bare + ":" + localPort, bare + defaultPort);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean insideIpv6 = colon < host.lastIndexOf(']');
    return colon < 0 || insideIpv6 ? host : host.substring(0, colon);
  }
}
