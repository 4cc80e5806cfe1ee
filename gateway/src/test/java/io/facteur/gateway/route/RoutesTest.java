package io.facteur.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private final Routes routes = new Routes(RouteTable.OPERATIONS);

  @ParameterizedTest
  @CsvSource({
    "GET, /1.0/auth/time, CLOCK",
    "GET, /1.0/sms, ACCOUNT_LIST",
    "GET, /1.0/sms/sms-a-1, ACCOUNT_VIEW",
    "PUT, /1.0/sms/sms-a-1, USERS",
    "GET, /1.0/sms/ptts, DLR",
    "POST, /1.0/sms/estimate, MESSAGING",
    "POST, /1.0/sms/sms-a-1/jobs, MESSAGING",
    "GET, /1.0/sms/sms-a-1/outgoing/1001, MESSAGING",
    "POST, /1.0/admin/accounts/sms-a-1/credits, BILLING",
    "POST, /1.0/admin/customers, USERS",
  })
  void leadsEachOperationToWhoAnswersIt(String method, String uri, Target target) {
    Routes.Route route = routes.find(RequestPath.of(uri)).orElseThrow();
    assertEquals(target, route.operations().get(method).target());
  }

  @Test
  void prefersALiteralToAParameterWhateverTheMethod() {
    Routes.Route route = routes.find(RequestPath.of("/1.0/sms/estimate")).orElseThrow();
    assertEquals("POST", route.allowed());
    assertNull(route.serviceName(RequestPath.of("/1.0/sms/estimate")));
  }

  @Test
  void saysWhichAccountACallIsAbout() {
    RequestPath path = RequestPath.of("/1.0/admin/accounts/sms-a-1/credits");
    assertEquals("sms-a-1", routes.find(path).orElseThrow().serviceName(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/1.0/internal/accounts/sms-a-1", "/1.0/sms/a/b/c/d/e", "/1.0/q/health"})
  void leadsNowhereElse(String uri) {
    assertFalse(routes.find(RequestPath.of(uri)).isPresent());
  }
}
