package io.facteur.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest(name = "{0} is {1} and forwarded as {2}")
  @CsvSource({
    "/1.0/sms, /sms, /sms",
    "/1.0/sms/, /sms, /sms",
    "/v1/sms, /sms, /sms",
    "/1.0, /, /",
    "/1.0/, /, /",
    "/1.0/sms/sms-a-1/jobs/, /sms/sms-a-1/jobs, /sms/sms-a-1/jobs",
    "/1.0/sms?a=%2F..%252e&b, /sms, /sms?a=%2F..%252e&b",
    "/1.0/sms/?a=1, /sms, /sms?a=1",
    "/1.0/sms/sms-a-1/senders/My%20Shop, /sms/sms-a-1/senders/My Shop, /sms/sms-a-1/senders/My%20Shop",
    "/1.0/sms/sms-a-1/senders/A+B, /sms/sms-a-1/senders/A+B, /sms/sms-a-1/senders/A+B",
    "/1.0/sms/sms-a-1/senders/A&B, /sms/sms-a-1/senders/A&B, /sms/sms-a-1/senders/A&B",
    "/1.0/sms/sms-a-1/receivers/%2B33, /sms/sms-a-1/receivers/+33, /sms/sms-a-1/receivers/+33",
    "/1.0/%73ms/sms-a-1, /sms/sms-a-1, /sms/sms-a-1",
    "/1.0/sms/caf%C3%A9, /sms/café, /sms/caf%C3%A9",
    "/1.0/sms/50%25, /sms/50%, /sms/50%25",
    "/1.0/sms/..., /sms/..., /sms/...",
    "/1.0/v1/sms, /v1/sms, /v1/sms",
  })
  void readsAPathOnceAndForwardsWhatItRead(String uri, String decoded, String target) {
    RequestPath path = RequestPath.of(uri);
    assertEquals(decoded, path.decoded());
    assertEquals(target, path.target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/1.0//sms",
        "/1.0/sms//sms-a-1",
        "/1.0/sms/sms-a-1//",
        "/1.0/sms/./sms-a-1",
        "/1.0/sms/sms-b-1/../sms-a-1",
        "/1.0/sms/%2e%2e/admin",
        "/1.0/sms/.%2E/admin",
        "/1.0/sms/sms-a-1%2Fjobs",
        "/1.0/sms/sms-a-1%2fjobs",
        "/1.0/sms/sms-a-1%5Cjobs",
        "/1.0/sms/sms-a-1\\jobs",
        "/1.0/sms/sms-a-1;x=/jobs",
        "/1.0/sms/sms-a-1%3Bx/jobs",
        "/1.0/sms/%252e%252e/admin",
        "/1.0/sms/sms-a-1%252Fjobs",
        "/1.0/sms/%00",
        "/1.0/sms/%0d%0aX-Header",
        "/1.0/sms/%C0%AE%C0%AE/admin",
        "/1.0/sms/%ff",
        "/1.0/sms/%",
        "/1.0/sms/%2",
        "/1.0/sms/%zz",
        "/1.0/sms/%u002e",
        "/1.0/sms/a#b",
        "/1.0/..",
        "/1.0/../internal/accounts/sms-a-1",
      })
  void refusesWhatCouldBeReadInTwoWays(String uri) {
    Refused refused = assertThrows(Refused.class, () -> RequestPath.of(uri));
    assertEquals(Refusal.UNREADABLE_PATH, refused.refusal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sms", "/1.0x/sms", "/v10/sms", "/1%2E0/sms", "http://h/1.0/sms", "*"})
  void knowsNothingOutsideOfTheBasePaths(String uri) {
    Refused refused = assertThrows(Refused.class, () -> RequestPath.of(uri));
    assertEquals(Refusal.NO_SUCH_PATH, refused.refusal());
  }
}
