package io.facteur.users.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.chassis.error.ApiException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*",
        "/sms",
        "/sms/",
        "/sms/*",
        "/sms/*/jobs",
        "/sms/sms-fa00001-1",
        "/sms/sms-fa00001-1/*",
        "/sms/sms-fa00001-1/senders/My Shop",
        "/auth/currentCredential"
      })
  void takesExactSegmentsAndLoneWildcards(String path) {
    assertEquals(
        List.of(new AccessRule(RuleMethod.GET, path)),
        RequestedRule.checked(List.of(new RequestedRule("GET", path))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /sms/sms-ab1234-*      | sms-ab1234-* has to be exact
          /sms/sms-ab1234-1*/jobs| sms-ab1234-1* has to be exact
          /sms*                  | sms* has to be exact
          /sms/**                | ** has to be exact
          /*/sms-ab1234-*        | sms-ab1234-* has to be exact
          sms/*                  | must start with a slash
          /sms//jobs             | must not have empty
          /sms/../admin          | must not have empty
          /sms/./jobs            | must not have empty
          /sms?iamTags=x         | without query
          /sms/sms%2Dfa00001     | decoded
          /sms#x                 | decoded
          ''                     | is missing
          """)
  void refusesPathsThatOpenMoreThanTheyShow(String path, String part) {
    ApiException refusal = refusal(List.of(new RequestedRule("GET", path)));
    assertEquals(400, refusal.status());
    assertTrue(refusal.getMessage().startsWith("rules[0].path "), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "get", "*", ""})
  void refusesOtherMethods(String method) {
    ApiException refusal = refusal(List.of(new RequestedRule(method, "/sms")));
    assertEquals("rules[0].method must be one of [GET, POST, PUT, DELETE]", refusal.getMessage());
  }

  @Test
  void refusesNoRules() {
    assertTrue(refusal(null).getMessage().startsWith("rules is missing"));
    assertTrue(refusal(List.of()).getMessage().startsWith("rules is missing"));
    assertTrue(
        refusal(Collections.singletonList(null)).getMessage().startsWith("rules[0] must be"));
  }

  @Test
  void refusesMoreThan200Rules() {
    List<RequestedRule> many = Collections.nCopies(201, new RequestedRule("GET", "/sms"));
    assertEquals("rules must have at most 200 rules, has 201", refusal(many).getMessage());
  }

  private static ApiException refusal(List<RequestedRule> rules) {
    return assertThrows(ApiException.class, () -> RequestedRule.checked(rules));
  }
}
