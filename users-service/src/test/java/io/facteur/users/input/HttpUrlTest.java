package io.facteur.users.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.chassis.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9000/dlr",
        "https://example.org",
        "HTTPS://EXAMPLE.ORG/a?b=c&d=%20",
        "http://[::1]:80/x",
        "https://user:word@example.org/x"
      })
  void takesHttpUrlsAsTheyAre(String url) {
    assertEquals(url, HttpUrl.check("callBack", url));
    assertEquals(url, HttpUrl.check("callBack", " " + url + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ftp://example.org     | must start with http:// or https://
          javascript:alert(1)   | must start with http:// or https://
          example.org/dlr       | must start with http:// or https://
          //example.org/dlr     | must start with http:// or https://
          http:///dlr           | must
          http:example.org      | must name a host
          http://               | must be a URL
          http://a b/           | must be a URL
          http://x.org/[a]      | must be a URL
          http://x.org:0/       | must name a host
          http://x.org:99999/   | must name a host
          http://x.org/#part    | must not have a fragment
          """)
  void refusesWhatCannotBeCalled(String url, String part) {
    ApiException refusal = assertThrows(ApiException.class, () -> HttpUrl.check("callBack", url));
    assertTrue(refusal.getMessage().startsWith("callBack " + part), refusal.getMessage());
  }

  @Test
  void countsCharacters() {
    String base = "https://example.org/";
    String longest = base + "a".repeat(2_000 - base.length());
    assertEquals(longest, HttpUrl.check("callBack", longest));
    ApiException refusal =
        assertThrows(ApiException.class, () -> HttpUrl.check("callBack", longest + "a"));
    assertEquals("callBack must have at most 2000 characters, has 2001", refusal.getMessage());
  }

  @Test
  void takesEmptyAsNone() {
    assertNull(HttpUrl.check("callBack", ""));
    assertNull(HttpUrl.check("callBack", null));
  }
}
