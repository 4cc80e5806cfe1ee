package io.facteur.users.rule;

import io.facteur.chassis.error.ApiException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An access rule as it is asked for, unchecked.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path see {@link AccessRule}
 */
public record RequestedRule(String method, String path) {

  private static final int MAX_RULES = 200;

  /**
   * The rules, when all of them are right.
   *
   * @throws ApiException 400 when there are none, more than 200, or one is wrong
   */
  public static List<AccessRule> checked(List<RequestedRule> asked) {
    if (asked == null || asked.isEmpty()) {
      throw ApiException.invalid(
          "rules",
          "is missing: give at least one, such as {\"method\":\"GET\",\"path\":\"/sms/*\"}");
    }
    if (asked.size() > MAX_RULES) {
      throw ApiException.invalid(
          "rules", "must have at most " + MAX_RULES + " rules, has " + asked.size());
    }
    return IntStream.range(0, asked.size())
        .mapToObj(i -> checked("rules[" + i + "]", asked.get(i)))
        .distinct()
        .toList();
  }

  private static AccessRule checked(String field, RequestedRule rule) {
    if (rule == null) {
      throw ApiException.invalid(field, "must be an object with method and path");
    }
    RuleMethod method =
        Arrays.stream(RuleMethod.values())
            .filter(known -> known.name().equals(rule.method()))
            .findFirst()
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        field + ".method",
                        "must be one of " + Arrays.toString(RuleMethod.values())));
    return AccessRule.checked(field + ".path", method, rule.path());
  }
}
