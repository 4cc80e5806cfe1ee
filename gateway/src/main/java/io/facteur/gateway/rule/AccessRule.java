package io.facteur.gateway.rule;

import java.util.List;

/**
 * One right of a token: a method and a path in which {@code *} stands for any characters, slashes
 * included, as OVH has it ({@code /*}, {@code /sms*}, {@code /sms/*}, {@code /sms/*}{@code /jobs}).
 *
 * <p>Stricter than OVH, so that a rule for {@code sms-ab1234-1} never opens {@code sms-ab1234-10}:
 * the first two segments, of which the second is the serviceName below {@code /sms}, are exact or a
 * lone {@code *}; a rule of one segment may end in it. A rule that breaks this grants nothing. A
 * slash at the end means nothing: {@code /sms/} is {@code /sms}.
 */
public final class AccessRule {

  private static final String ANY = "*";

  private final String method;
  private final String path;
  private final List<String> segments;

  /**
   * @param method GET, POST, PUT or DELETE
   * @param path decoded, such as {@code /sms/sms-ab1234-1/*}
   */
  public AccessRule(String method, String path) {
    boolean slashAtEnd = path.length() > 1 && path.endsWith("/");
    this.method = method;
    this.path = slashAtEnd ? path.substring(0, path.length() - 1) : path;
    this.segments = wellFormed(this.path.split("/", -1));
  }

  /** GET, POST, PUT or DELETE. */
  public String method() {
    return method;
  }

  /** With {@code *}, without a slash at the end. */
  public String path() {
    return path;
  }

  /**
   * Whether this rule allows a call.
   *
   * @param calledPath decoded and normalised, without base path and query
   */
  public boolean allows(String calledMethod, String calledPath) {
    return !segments.isEmpty() && method.equals(calledMethod) && Glob.matches(path, calledPath);
  }

  /** Whether this rule allows any call at or below {@code /sms/<serviceName>}. */
  public boolean opens(String serviceName) {
    if (segments.isEmpty()) {
      return false;
    }
    if (segments.size() == 1) {
      return Glob.matches(segments.get(0), "sms/" + serviceName);
    }
    String first = segments.get(0);
    String second = segments.get(1);
    return (first.equals("sms") || first.equals(ANY))
        && (second.equals(ANY) || second.equals(serviceName));
  }

  private static boolean wholeOrNone(String segment) {
    return segment.equals(ANY) || segment.indexOf('*') < 0;
  }

  /** The segments after the leading slash, or none when the rule may grant nothing. */
  private static List<String> wellFormed(String[] parts) {
    if (parts.length < 2 || !parts[0].isEmpty()) {
      return List.of();
    }
    List<String> segments = List.of(parts).subList(1, parts.length);
    return soundStart(segments) ? segments : List.of();
  }

  private static boolean soundStart(List<String> segments) {
    String first = segments.get(0);
    int star = first.indexOf('*');
    if (segments.size() == 1) {
      return star < 0 || star == first.length() - 1;
    }
    return wholeOrNone(first) && wholeOrNone(segments.get(1));
  }
}
