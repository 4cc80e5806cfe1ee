package io.facteur.users.rule;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.input.Text;
import java.util.List;

/**
 * A call that a key may make: {@code GET /sms/*}. The gateway matches it with the decoded path of a
 * request. A {@code *} stands for any characters, slashes included, and is a whole path segment; so
 * a rule for {@code sms-fa00001-1} never opens {@code sms-fa00001-10}.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path starts with a slash, at most 300 characters
 */
public record AccessRule(RuleMethod method, String path) {

  private static final int MAX_PATH = 300;
  private static final String WILDCARD = "*";

  /**
   * The rule, when it is one.
   *
   * @param field name of the field it stands in, for the refusal
   * @throws ApiException 400 that names the field, the problem and the remedy
   */
  static AccessRule checked(String field, RuleMethod method, String path) {
    String line = Text.line(field, path, MAX_PATH);
    if (!line.startsWith("/")) {
      throw ApiException.invalid(field, "must start with a slash, such as /sms/*");
    }
    if (line.chars().anyMatch(c -> "?#%\\".indexOf(c) >= 0)) {
      throw ApiException.invalid(
          field, "must be a decoded path without query: leave out ?, #, % and \\");
    }
    List<String> segments = List.of(line.substring(1).split("/", -1));
    for (int i = 0; i < segments.size(); i++) {
      checkSegment(field, segments.get(i), i == segments.size() - 1);
    }
    return new AccessRule(method, line);
  }

  private static void checkSegment(String field, String segment, boolean isLast) {
    if (segment.equals(".") || segment.equals("..") || (segment.isEmpty() && !isLast)) {
      throw ApiException.invalid(field, "must not have empty, . or .. segments");
    }
    if (segment.contains(WILDCARD) && !segment.equals(WILDCARD)) {
      throw ApiException.invalid(
          field,
          "must have * only as a whole segment: "
              + segment
              + " has to be exact, such as sms-fa00001-1, or a lone *");
    }
  }
}
