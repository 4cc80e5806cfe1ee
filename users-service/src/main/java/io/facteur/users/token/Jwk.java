package io.facteur.users.token;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key as others read it (RFC 7517, RFC 7518 section 6.3).
 *
 * @param kty always RSA
 * @param kid name of the key, in the header of each token that it signed
 * @param use always sig
 * @param alg always RS256
 * @param n modulus, base64url
 * @param e exponent, base64url
 */
record Jwk(String kty, String kid, String use, String alg, String n, String e) {

  static Jwk of(String id, RSAPublicKey key) {
    return new Jwk(
        "RSA", id, "sig", "RS256", number(key.getModulus()), number(key.getPublicExponent()));
  }

  /** Without the byte that a positive number has for its sign. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] plain = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
