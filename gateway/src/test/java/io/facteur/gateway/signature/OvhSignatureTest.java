package io.facteur.gateway.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OvhSignatureTest {

  private static final String URL = "https://eu.api.ovh.com/1.0/domains/";

  /** The example of OVH's guide "First steps with the OVHcloud APIs". */
  private static OvhSignature ofTheGuide(String body) {
    return new OvhSignature(
        "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
        "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
        "GET",
        Buffer.buffer(body),
        "1366560945");
  }

  @Test
  void isTheOneOfOvhsGuide() {
    assertEquals("$1$d3705e8afb27a0d2970a322b96550abfc67bb798", ofTheGuide("").over(URL));
    assertTrue(ofTheGuide("").matches("$1$d3705e8afb27a0d2970a322b96550abfc67bb798", URL));
    assertTrue(ofTheGuide("").matches("$1$D3705E8AFB27A0D2970A322B96550ABFC67BB798", URL));
  }

  @Test
  void coversTheBodyByteForByte() {
    String signature = ofTheGuide("{\"message\":\"é\"}").over(URL);
    assertTrue(ofTheGuide("{\"message\":\"é\"}").matches(signature, URL));
    assertFalse(ofTheGuide("{\"message\": \"é\"}").matches(signature, URL));
    assertFalse(ofTheGuide("").matches(signature, URL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$1$d3705e8afb27a0d2970a322b96550abfc67bb799",
        "$2$d3705e8afb27a0d2970a322b96550abfc67bb798",
        "d3705e8afb27a0d2970a322b96550abfc67bb798",
        "$1$d3705e8afb27a0d2970a322b96550abfc67bb7",
        "$1$",
        "$1$zz705e8afb27a0d2970a322b96550abfc67bb798",
        "$1$d3705e8afb27a0d2970a322b96550abfc67bb798d3",
      })
  void refusesEverythingElse(String signature) {
    assertFalse(ofTheGuide("").matches(signature, URL));
  }

  @ParameterizedTest(name = "Host {1} over {0}, client signed {2}")
  @CsvSource({
    "https, localhost:8443, https://localhost:8443/1.0/sms?a=%20",
    "https, localhost:8443, https://localhost/1.0/sms?a=%20",
    "http, localhost:8080, http://localhost:8080/1.0/sms?a=%20",
    "http, api.example.org, https://api.example.org/1.0/sms?a=%20",
    "http, api.example.org, https://api.example.org:443/1.0/sms?a=%20",
    "https, api.example.org, https://api.example.org:8443/1.0/sms?a=%20",
    "https, [::1]:8443, https://[::1]:8443/1.0/sms?a=%20",
    "https, [::1]:8443, https://[::1]/1.0/sms?a=%20",
    "https, [::1], https://[::1]/1.0/sms?a=%20",
  })
  void isLookedForOverEveryUrlThatAClientMayHaveSigned(String scheme, String host, String signed) {
    assertTrue(CandidateUrls.of(scheme, host, 8443, "/1.0/sms?a=%20").contains(signed));
  }

  @Test
  void isNotLookedForOverOtherHostsPathsOrQueries() {
    assertTrue(
        CandidateUrls.of("https", "localhost:8443", 8443, "/1.0/sms").stream()
            .allMatch(url -> url.matches("https?://localhost(:(8443|443|80))?/1.0/sms")));
  }
}
