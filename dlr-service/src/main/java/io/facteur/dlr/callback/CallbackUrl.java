package io.facteur.dlr.callback;

import io.facteur.dlr.ptt.DeliveryState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The customer's URL, and what is added to its query. */
final class CallbackUrl {

  /** Characters that browsers let pass in a URL and RFC 3986 does not. */
  private static final String FORGIVEN = " \"<>\\^`{|}";

  private CallbackUrl() {}

  /**
   * The URL to request: {@code id}, {@code ptt}, {@code date} (ISO 8601, UTC), {@code description}
   * (the DLR id), {@code descriptionDlr} (the same in a word) and {@code dlr} (the DLR id again,
   * under the name that existing integrations read), after the customer's own parameters.
   *
   * @throws IllegalArgumentException when the customer's URL is none
   */
  static URI of(String url, long messageId, DeliveryState state, Instant at) {
    String base = withoutFragment(url);
    String joint =
        base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
    String query =
        "id="
            + messageId
            + "&ptt="
            + state.ptt()
            + "&date="
            + encoded(at.truncatedTo(ChronoUnit.SECONDS).toString())
            + "&description="
            + state.dlr()
            + "&descriptionDlr="
            + encoded(state.text())
            + "&dlr="
            + state.dlr();
    return URI.create(URI.create(forgiving(base) + joint + query).toASCIIString());
  }

  /** {@code scheme://host:port} of a URL; nothing when it is no URL of a host. */
  static Optional<String> lane(String url) {
    try {
      URI uri = URI.create(forgiving(withoutFragment(url)));
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  private static String withoutFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String forgiving(String url) {
    StringBuilder text = new StringBuilder(url.length());
    int query = url.indexOf('?');
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean bracket = (c == '[' || c == ']') && query >= 0 && i > query;
      if (bracket || FORGIVEN.indexOf(c) >= 0 || (c == '%' && !escapes(url, i))) {
        text.append('%').append(String.format("%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean escapes(String url, int percent) {
    return percent + 2 < url.length()
        && Character.digit(url.charAt(percent + 1), 16) >= 0
        && Character.digit(url.charAt(percent + 2), 16) >= 0;
  }
}
