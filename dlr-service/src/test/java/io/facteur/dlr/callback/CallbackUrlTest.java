package io.facteur.dlr.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackUrlTest {

  private static final String ADDED =
      "id=1042&ptt=24&date=2026-03-01T10%3A15%3A30Z&description=2&descriptionDlr=Failed&dlr=2";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\'',
      value = {
        "http://host.example http://host.example?",
        "http://host.example/dlr http://host.example/dlr?",
        "http://host.example/dlr? http://host.example/dlr?",
        "http://host.example/dlr?a=1 http://host.example/dlr?a=1&",
        "http://host.example/dlr?a=1& http://host.example/dlr?a=1&",
        "http://host.example/dlr?a=%20b#part http://host.example/dlr?a=%20b&",
        "http://host.example/dlr#part?x http://host.example/dlr?",
        "'http://host.example/d lr?a={b}|[c]' http://host.example/d%20lr?a=%7Bb%7D%7C%5Bc%5D&",
        "http://host.example/dlr?a=100% http://host.example/dlr?a=100%25&",
        "http://host.example/dlr?a=é http://host.example/dlr?a=%C3%A9&",
        "http://[2001:db8::1]:81/dlr http://[2001:db8::1]:81/dlr?",
      })
  void keepsTheCustomersOwnQuery(String url, String start) {
    Instant at = Instant.parse("2026-03-01T10:15:30.250Z");

    assertEquals(start + ADDED, CallbackUrl.of(url, 1042, DeliveryState.failed(24), at).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "http://Host.Example/a, http://host.example:80",
    "HTTPS://host.example, https://host.example:443",
    "http://host.example:8080/a?b=|, http://host.example:8080",
    "http:///a,",
    "host.example/a,",
    "nonsense with blanks,",
    "mailto:someone@host.example,",
  })
  void namesTheLaneAfterTheHost(String url, String lane) {
    assertEquals(Optional.ofNullable(lane), CallbackUrl.lane(url));
  }
}
