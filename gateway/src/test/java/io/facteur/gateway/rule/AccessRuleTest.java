package io.facteur.gateway.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {

  @ParameterizedTest(name = "rule GET {0} and call GET {1}: {2}")
  @CsvSource({
    "/sms, /sms, true",
    "/sms/, /sms, true",
    "/sms, /sms/sms-a-1, false",
    "/sms/*, /sms, false",
    "/sms/*, /sms/sms-a-1, true",
    "/sms/*, /sms/sms-a-1/jobs/12, true",
    "/sms*, /sms, true",
    "/sms*, /sms/sms-a-1/jobs, true",
    "/*, /sms, true",
    "/*, /auth/currentCredential, true",
    "/sms/*/jobs, /sms/sms-a-1/jobs, true",
    "/sms/*/jobs, /sms/sms-a-1/users/bob/jobs, true",
    "/sms/*/jobs, /sms/sms-a-1/jobs/12, false",
    "/sms/sms-a-1, /sms/sms-a-1, true",
    "/sms/sms-a-1, /sms/sms-a-10, false",
    "/sms/sms-a-1/*, /sms/sms-a-1/jobs, true",
    "/sms/sms-a-1/*, /sms/sms-a-1, false",
    "/sms/sms-a-1/*, /sms/sms-a-10/jobs, false",
    "/sms/sms-a-1/jobs*, /sms/sms-a-1/jobs/12, true",
    "/sms/sms-a-1/out*g/12, /sms/sms-a-1/outgoing/12, true",
    "/SMS/*, /sms/sms-a-1, false",
    "/*/jobs, /sms/sms-a-1/jobs, true",
    "/*/sms-a-1/jobs, /sms/sms-a-1/jobs, true",
    "/*/sms-a-1/jobs, /sms/sms-a-10/jobs, false",
  })
  void coversWhatOvhCovers(String rule, String path, boolean granted) {
    assertEquals(granted, new AccessRule("GET", rule).allows("GET", path));
  }

  @ParameterizedTest(name = "rule {0} grants nothing")
  @CsvSource({
    "/sms/sms-a-1*",
    "/sms/sms-a-*",
    "/sms/*-1",
    "/sms/sms-a-1*/jobs",
    "/sms/s*1/*",
    "/s*/sms-a-1/jobs",
    "/*/sms-a-1*/jobs",
    "/s*1",
    "sms/*",
    "*",
    "''",
  })
  void grantsNothingByAPartOfAServiceName(String path) {
    AccessRule rule = new AccessRule("GET", path);
    assertFalse(rule.allows("GET", "/sms/sms-a-1"));
    assertFalse(rule.allows("GET", "/sms/sms-a-1/jobs"));
    assertFalse(rule.allows("GET", "/sms/sms-a-10/jobs"));
    assertFalse(rule.opens("sms-a-1"));
  }

  @Test
  void isAboutOneMethod() {
    assertFalse(new AccessRule("GET", "/sms/*").allows("POST", "/sms/sms-a-1/jobs"));
  }

  @ParameterizedTest(name = "rule {0} {1} lists sms-a-1: {2}")
  @CsvSource({
    "GET, /sms, false",
    "GET, /sms/*, true",
    "POST, /sms/*/jobs, true",
    "GET, /*, true",
    "GET, /sms*, true",
    "GET, /sms/sms-a-1, true",
    "POST, /sms/sms-a-1/jobs, true",
    "DELETE, /sms/sms-a-1/*, true",
    "GET, /sms/sms-a-10, false",
    "GET, /sms/sms-a-10/*, false",
    "GET, /sms/sms-a-, false",
    "GET, /me/*, false",
  })
  void opensTheAccountsItReaches(String method, String path, boolean opened) {
    assertEquals(opened, new AccessRule(method, path).opens("sms-a-1"));
  }

  @Test
  void answersInTimeToARuleMadeToBeSlow() {
    AccessRule hostile = new AccessRule("GET", "/sms/*/" + "*a".repeat(50) + "b");
    assertFalse(hostile.allows("GET", "/sms/x/" + "a".repeat(5_000)));
  }

  @Test
  void areTheUnionOfARulesList() {
    AccessRules rules =
        new AccessRules(
            List.of(
                new AccessRule("GET", "/sms/sms-a-1"),
                new AccessRule("POST", "/sms/sms-a-2/jobs")));
    assertTrue(rules.allow("GET", "/sms/sms-a-1"));
    assertTrue(rules.allow("POST", "/sms/sms-a-2/jobs"));
    assertFalse(rules.allow("POST", "/sms/sms-a-1/jobs"));
    assertTrue(rules.open("sms-a-2"));
    assertFalse(rules.open("sms-a-3"));
  }
}
