package io.facteur.users.input;

import io.facteur.chassis.error.ApiException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** URLs that a customer asks the platform to call. Where they lead is checked by who dials. */
public final class HttpUrl {

  /** Longest URL that is kept, in characters. */
  public static final int MAX_LENGTH = 2_000;

  private static final String REMEDY = ", such as https://example.org/sms";

  private HttpUrl() {}

  /**
   * The URL without blanks around it; null when it is null or empty, which means "call nothing".
   *
   * @throws ApiException 400 when it is not an absolute http(s) URL of at most 2,000 characters
   */
  public static String check(String field, String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String url = value.strip();
    if (url.length() > MAX_LENGTH) {
      throw ApiException.invalid(
          field, "must have at most " + MAX_LENGTH + " characters, has " + url.length());
    }
    URI uri = parse(field, url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw ApiException.invalid(field, "must start with http:// or https://" + REMEDY);
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw ApiException.invalid(field, "must name a host, and a port up to 65535" + REMEDY);
    }
    if (uri.getRawFragment() != null) {
      throw ApiException.invalid(field, "must not have a fragment: leave out #…");
    }
    return url;
  }

  private static URI parse(String field, String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException problem) {
      throw ApiException.invalid(
          field, "must be a URL, its special characters percent-encoded" + REMEDY);
    }
  }
}
