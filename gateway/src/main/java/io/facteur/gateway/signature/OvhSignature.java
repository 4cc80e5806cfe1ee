package io.facteur.gateway.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * OVH's signature: {@code "$1$" + sha1hex(secret+consumer+METHOD+url+body+timestamp)}, the parts
 * joined by {@code +} (API reference 5.2).
 *
 * @param secret of the application
 * @param consumer the consumer key
 * @param method in upper case
 * @param body as received, empty when there is none
 * @param timestamp as sent
 */
public record OvhSignature(
    String secret, String consumer, String method, Buffer body, String timestamp) {

  private static final String VERSION = "$1$";
  private static final int SHA1_BYTES = 20;

  /** Whether the client's signature is the one over this URL; takes the same time either way. */
  public boolean matches(String signature, String url) {
    byte[] claimed = bytesOf(signature);
    return claimed.length == SHA1_BYTES && MessageDigest.isEqual(claimed, digest(url));
  }

  /** The signature a client sends for this URL. */
  public String over(String url) {
    return VERSION + HexFormat.of().formatHex(digest(url));
  }

  /**
   * As signed by clients that sign a body with its non-ASCII characters escaped, and send it raw.
   */
  OvhSignature withEscapedBody() {
    StringBuilder escaped = new StringBuilder(body.length() + 16);
    for (char c : body.toString().toCharArray()) {
      if (c < 128) {
        escaped.append(c);
      } else {
        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return new OvhSignature(secret, consumer, method, Buffer.buffer(escaped.toString()), timestamp);
  }

  private byte[] digest(String url) {
    MessageDigest sha1 = sha1();
    sha1.update((secret + '+' + consumer + '+' + method + '+' + url + '+').getBytes(UTF_8));
    sha1.update(body.getBytes());
    sha1.update(('+' + timestamp).getBytes(UTF_8));
    return sha1.digest();
  }

  private static byte[] bytesOf(String signature) {
    if (!signature.startsWith(VERSION)) {
      return new byte[0];
    }
    try {
      return HexFormat.of().parseHex(signature, VERSION.length(), signature.length());
    } catch (IllegalArgumentException notHexadecimal) {
      return new byte[0];
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-1", impossible);
    }
  }
}
