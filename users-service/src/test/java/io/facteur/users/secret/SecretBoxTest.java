package io.facteur.users.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

  private final SecretBox box = box((byte) 1);

  @Test
  void opensWhatItSealed() {
    assertEquals("sécret", box.open("ak", box.seal("ak", "sécret")));
  }

  @Test
  void sealsTheSameDifferently() {
    assertFalse(Arrays.equals(box.seal("ak", "secret"), box.seal("ak", "secret")));
  }

  @Test
  void hidesTheSecret() {
    String sealed = new String(box.seal("ak", "secret"), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains("secret"));
  }

  @Test
  void refusesAnotherLabelAnotherKeyAndChangedBytes() {
    byte[] sealed = box.seal("ak", "secret");
    assertThrows(IllegalStateException.class, () -> box.open("other", sealed));
    assertThrows(IllegalStateException.class, () -> box((byte) 2).open("ak", sealed));
    sealed[sealed.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> box.open("ak", sealed));
    assertThrows(IllegalStateException.class, () -> box.open("ak", new byte[3]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "c2hvcnQ=", ""})
  void refusesKeysThatAreNone(String key) {
    assertThrows(IllegalStateException.class, () -> new SecretBox(() -> key, new SecureRandom()));
  }

  @Test
  void makesKeysInTheShapesOfTheApi() {
    KeyMaker keys = new KeyMaker(new SecureRandom());
    assertEquals(16, keys.applicationKey().length());
    assertEquals(32, keys.applicationSecret().length());
    assertEquals(32, keys.consumerKey().length());
    assertNotEquals(keys.consumerKey(), keys.consumerKey());
  }

  private static SecretBox box(byte fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, fill);
    return new SecretBox(() -> Base64.getEncoder().encodeToString(key), new SecureRandom());
  }
}
