package io.facteur.messaging.contact;

import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.http.GuardedHttpClient;
import io.facteur.chassis.http.HttpRefusal;
import io.facteur.chassis.http.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Fetches the files that customers name by a URL. */
@ApplicationScoped
public class Documents {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final int LONGEST_URL = 2_048;

  private final GuardedHttpClient http;
  private final ContactConfig config;
  private final Limits limits;
  private final Map<String, Integer> underWay = new HashMap<>();
  private int total;

  Documents(GuardedHttpClient http, ContactConfig config) {
    this.http = http;
    this.config = config;
    this.limits = new Limits(config.documentTime(), config.documentBytes(), config.redirects());
  }

  /**
   * The file behind a URL. Blocks until it is there, at most for the time that the configuration
   * allows.
   *
   * @param field that named the URL, for the refusal
   * @throws ApiException 400 that names the field and what is wrong with the URL, its host or its
   *     file; 503 while too many are being fetched
   */
  public Download fetch(String serviceName, String field, String url) {
    URI uri = uri(field, url);
    enter(serviceName);
    try (InputStream stream = http.download(uri, limits)) {
      return Download.of(stream);
    } catch (HttpRefusal refusal) {
      throw ApiException.invalid(
          field, "can't be read: " + refusal.getMessage() + "; " + remedy(refusal));
    } catch (IOException diskProblem) {
      throw new IllegalStateException(diskProblem);
    } finally {
      leave(serviceName);
    }
  }

  private static URI uri(String field, String url) {
    if (url.length() > LONGEST_URL) {
      throw ApiException.invalid(field, "must have at most " + LONGEST_URL + " characters");
    }
    try {
      return new URI(url.strip());
    } catch (URISyntaxException broken) {
      throw ApiException.invalid(
          field, "is no URL: give one that starts with http:// or https://, blanks written as %20");
    }
  }

  private String remedy(HttpRefusal refusal) {
    if (refusal instanceof HttpRefusal.NotHttp) {
      return "give an http or https URL";
    }
    if (refusal instanceof HttpRefusal.BlockedAddress) {
      return "put the file on a public address";
    }
    if (refusal instanceof HttpRefusal.Unresolvable) {
      return "check the host's name";
    }
    if (refusal instanceof HttpRefusal.TimedOut) {
      return "use a host that sends the file within " + limits.total().toSeconds() + " s";
    }
    if (refusal instanceof HttpRefusal.TooLarge) {
      return "split the file";
    }
    return "check that it can be read without a login";
  }

  private synchronized void enter(String serviceName) {
    int own = underWay.getOrDefault(serviceName, 0);
    if (total >= config.documentsAtOnce() || own >= config.documentsPerAccount()) {
      throw ApiException.unavailable(
          "Too many files are being fetched at present: try again", RETRY_AFTER);
    }
    total++;
    underWay.put(serviceName, own + 1);
  }

  private synchronized void leave(String serviceName) {
    total--;
    underWay.computeIfPresent(serviceName, (name, own) -> own == 1 ? null : own - 1);
  }
}
