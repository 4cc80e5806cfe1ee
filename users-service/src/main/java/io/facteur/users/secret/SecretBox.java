package io.facteur.users.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that must be read again, by AES-256-GCM. Each is bound to a label, such as the
 * key it belongs to, so that nobody can move it to another row.
 *
 * <p>Form: one byte 1, a nonce of 12 bytes, the ciphertext with its tag of 16 bytes.
 */
@ApplicationScoped
public class SecretBox {

  private static final byte FORM = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  SecretBox(SecretsConfig config, SecureRandom random) {
    this.key = new SecretKeySpec(decoded(config.key()), "AES");
    this.random = random;
  }

  /** Encrypts a secret under a label. */
  public byte[] seal(String label, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, label, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + nonce.length + sealed.length)
        .put(FORM)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException when the key or the label is another, or the bytes were changed
   */
  public String open(String label, byte[] box) {
    if (box.length < 1 + NONCE_BYTES || box[0] != FORM) {
      throw new IllegalStateException("a stored secret has an unknown form");
    }
    ByteBuffer rest = ByteBuffer.wrap(box, 1, box.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    rest.get(nonce);
    byte[] sealed = new byte[rest.remaining()];
    rest.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, label, nonce, sealed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, String label, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException problem) {
      throw new IllegalStateException(
          "a stored secret can't be read: is facteur.secrets.key the key it was written with?",
          problem);
    }
  }

  private static byte[] decoded(String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException problem) {
      throw new IllegalStateException("facteur.secrets.key is not base64", problem);
    }
    if (bytes.length != 32) {
      throw new IllegalStateException(
          "facteur.secrets.key must be 32 bytes in base64, has " + bytes.length);
    }
    return bytes;
  }
}
