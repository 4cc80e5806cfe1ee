package io.facteur.users.token;

import io.facteur.users.secret.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * An RSA key that signs tokens (RS256). It is published a while before it signs, signs until the
 * next one takes over, and stays public until its last token is over; then it is gone. Its private
 * half is encrypted, and erased as soon as it signs no more.
 */
@Entity
@Table(name = "signing_key")
public class SigningKey {

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private KeyState state;

  private Instant since;

  @Column(name = "public_key")
  private byte[] publicKey;

  @Column(name = "private_key")
  private byte[] privateKey;

  /** For the mapper. */
  protected SigningKey() {}

  SigningKey(String id, KeyPair pair, SecretBox box, Instant now) {
    this.id = id;
    this.state = KeyState.PUBLISHED;
    this.since = now;
    this.publicKey = pair.getPublic().getEncoded();
    this.privateKey =
        box.seal(id, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
  }

  String id() {
    return id;
  }

  KeyState state() {
    return state;
  }

  /** Whether it has been in its state for so long. */
  boolean isSince(Duration age, Instant now) {
    return !since.plus(age).isAfter(now);
  }

  /**
   * Takes the next step of its life.
   *
   * @throws IllegalStateException when that is not the next step
   */
  void become(KeyState next, Instant now) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("a key can't become " + next + " from " + state);
    }
    state = next;
    since = now;
    if (next == KeyState.PASSIVE) {
      privateKey = null;
    }
  }

  Jwk jwk() {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
      return Jwk.of(id, key);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the public key " + id + " can't be read", broken);
    }
  }

  PrivateKey privateKey(SecretBox box) {
    try {
      byte[] plain = Base64.getDecoder().decode(box.open(id, privateKey));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(plain));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the private key " + id + " can't be read", broken);
    }
  }
}
