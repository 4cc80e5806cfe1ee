package io.facteur.gateway.stack;

import java.util.UUID;

/**
 * An application's keys and a customer's consent.
 *
 * @param application the application key
 * @param secret the application secret
 * @param consumer the consumer key
 */
public record Keys(String application, String secret, String consumer) {

  /** Keys that no other test has, so that nothing remembered of them gets in its way. */
  public static Keys fresh() {
    return new Keys(random().substring(16), random(), random());
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
