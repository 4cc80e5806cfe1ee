package io.facteur.dlr.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.dlr.settings.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** Secret, id, time, content and signature of the example in Standard Webhooks 1.0. */
  @Test
  void signsAsTheStandardsOwnExample() {
    Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertEquals(
        Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        Signature.headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}",
            List.of(secret)));
  }

  @Test
  void signsWithEverySecretInUse() {
    List<Secret> secrets = List.of(Secret.of(new byte[32]), Secret.of(new byte[24]));

    String signatures =
        Signature.headers("m", Instant.EPOCH, "a=1", secrets).get("webhook-signature");

    assertEquals(2, signatures.split(" ", -1).length);
  }
}
