package io.facteur.users.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.AtOnce;
import io.facteur.users.secret.KeyMaker;
import io.facteur.users.secret.SecretBox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class KeyRotationTest {

  @Inject KeyRotation rotation;
  @Inject SigningKeys keys;
  @Inject SecretBox box;
  @Inject KeyMaker names;

  private final Instant start = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void beginWithoutKeys() {
    QuarkusTransaction.requiringNew().run(() -> keys.deleteAll());
  }

  @AfterEach
  void leaveKeysOfToday() {
    beginWithoutKeys();
    rotation.rotate();
  }

  @Test
  void makesOneKeyForReplicasThatStartTogether() throws Exception {
    AtOnce.call(
        4,
        () -> {
          rotation.rotate(start);
          return true;
        });
    assertEquals(Map.of("ACTIVE", 1), states());
  }

  @Test
  void publishesSignsRestsAndForgets() {
    rotation.rotate(start);
    rotation.rotate(start.plus(Duration.ofDays(28)));
    assertEquals(Map.of("ACTIVE", 1), states());
    rotation.rotate(start.plus(Duration.ofDays(29)));
    assertEquals(Map.of("ACTIVE", 1, "PUBLISHED", 1), states());
    rotation.rotate(start.plus(Duration.ofDays(29)).plusSeconds(60));
    assertEquals(Map.of("ACTIVE", 1, "PUBLISHED", 1), states());
    String next = first(KeyState.PUBLISHED);
    rotation.rotate(start.plus(Duration.ofDays(30)));
    assertEquals(Map.of("ACTIVE", 1, "PASSIVE", 1), states());
    assertEquals(next, first(KeyState.ACTIVE));
    rotation.rotate(start.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(60)));
    assertEquals(2, published());
    rotation.rotate(start.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(61)));
    assertEquals(Map.of("ACTIVE", 1, "GONE", 1), states());
    assertEquals(1, published());
  }

  @Test
  void neverSignsBeforeItIsPublishedLongEnough() {
    rotation.rotate(start);
    String first = first(KeyState.ACTIVE);
    Instant late = start.plus(Duration.ofDays(90));
    rotation.rotate(late);
    rotation.rotate(late.plus(Duration.ofHours(23)));
    assertEquals(first, first(KeyState.ACTIVE));
    rotation.rotate(late.plus(Duration.ofHours(24)));
    assertEquals(Map.of("ACTIVE", 1, "PASSIVE", 1), states());
  }

  @Test
  void skipsNoState() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    SigningKey key = new SigningKey(names.signingKeyId(), pair, box, start);
    assertThrows(IllegalStateException.class, () -> key.become(KeyState.PASSIVE, start));
    assertEquals(pair.getPrivate(), key.privateKey(box));
    key.become(KeyState.ACTIVE, start);
    key.become(KeyState.PASSIVE, start);
    assertThrows(IllegalStateException.class, () -> key.become(KeyState.ACTIVE, start));
  }

  /** Each look is a transaction of its own, because a session would show what it saw before. */
  private Map<String, Integer> states() {
    Map<String, Integer> counted = new TreeMap<>();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                keys.listAll().forEach(key -> counted.merge(key.state().name(), 1, Integer::sum)));
    return counted;
  }

  private String first(KeyState state) {
    return QuarkusTransaction.requiringNew().call(() -> keys.first(state).orElseThrow().id());
  }

  private int published() {
    return QuarkusTransaction.requiringNew().call(() -> keys.published().size());
  }
}
