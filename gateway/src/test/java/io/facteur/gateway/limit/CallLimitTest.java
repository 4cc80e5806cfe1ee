package io.facteur.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.gateway.credential.AllowedAddresses;
import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.rule.AccessRules;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class CallLimitTest {

  private static final Clock SECOND =
      Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

  @Inject PermitStore redis;

  @Test
  void letsThroughWhatASecondAllowsOverAllReplicas() {
    Credential credential = someone();
    CallLimit one = new CallLimit(50, 10, redis, SECOND);
    CallLimit other = new CallLimit(50, 10, redis, SECOND);
    long passed = passed(one, credential, 30) + passed(other, credential, 30);
    assertEquals(50, passed);
    assertEquals(0, passed(one, credential, 1));
  }

  @Test
  void startsAgainWithTheNextSecond() {
    Credential credential = someone();
    assertEquals(5, passed(new CallLimit(5, 10, redis, SECOND), credential, 9));
    Clock next = Clock.offset(SECOND, Duration.ofSeconds(1));
    assertEquals(5, passed(new CallLimit(5, 10, redis, next), credential, 9));
  }

  @Test
  void countsEachCredentialForItself() {
    CallLimit limit = new CallLimit(5, 10, redis, SECOND);
    assertEquals(5, passed(limit, someone(), 9));
    assertEquals(5, passed(limit, someone(), 9));
  }

  @Test
  void refusesNobodyBecauseManyCameAtOnce() {
    CallLimit limit = new CallLimit(50, 10, redis, SECOND);
    Credential credential = someone();
    List<Future<Void>> atOnce =
        IntStream.range(0, 40).mapToObj(call -> limit.check(credential)).toList();
    assertEquals(40, atOnce.stream().filter(CallLimitTest::passes).count());
  }

  @Test
  void isOffWhenItIsZero() {
    assertEquals(9, passed(new CallLimit(0, 10, redis, SECOND), someone(), 9));
  }

  private static long passed(CallLimit limit, Credential credential, int calls) {
    return IntStream.range(0, calls).filter(call -> passes(limit.check(credential))).count();
  }

  private static boolean passes(Future<Void> check) {
    try {
      check.toCompletionStage().toCompletableFuture().join();
      return true;
    } catch (java.util.concurrent.CompletionException refused) {
      assertEquals(429, Refused.statusOf(refused.getCause()));
      return false;
    }
  }

  private static Credential someone() {
    return new Credential(
        new Credential.Oauth2Client(UUID.randomUUID().toString()),
        "fa00001",
        false,
        Credential.State.VALIDATED,
        new AccessRules(List.of()),
        AllowedAddresses.of(List.of()),
        null);
  }
}
