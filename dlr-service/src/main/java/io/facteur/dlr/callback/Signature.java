package io.facteur.dlr.callback;

import io.facteur.dlr.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers of Standard Webhooks 1.0: {@code webhook-id}, {@code webhook-timestamp} (seconds) and
 * {@code webhook-signature}, which is {@code v1,} and the base64 of HMAC-SHA256 over {@code
 * id.timestamp.content}, once per secret in use, separated by blanks. The content of a POST is its
 * body; a GET has none, so here it is the whole query string as it is sent, without the question
 * mark.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static Map<String, String> headers(
      String id, Instant now, String queryString, List<Secret> secrets) {
    String timestamp = Long.toString(now.getEpochSecond());
    String content = id + "." + timestamp + "." + queryString;
    String signatures =
        secrets.stream()
            .map(secret -> "v1," + sign(content, secret))
            .collect(Collectors.joining(" "));
    return Map.of(
        "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
  }

  private static String sign(String content, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
