package io.facteur.gateway.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a call is to, without the base path: decoded once for the rules, and encoded once again for
 * the service, so that both see the same. A path that could be read in two ways is refused.
 *
 * @param decoded such as {@code /sms/sms-fa00001-1/senders/My Shop}; no slash at the end
 * @param segments its parts, none of them empty
 * @param target the same for a request line, with the query exactly as it came
 */
public record RequestPath(String decoded, List<String> segments, String target) {

  private static final List<String> BASE_PATHS = List.of("/1.0", "/v1");
  private static final String UNESCAPED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@";
  private static final Pattern ENCODED_TWICE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final String HEX = "0123456789ABCDEF";

  public RequestPath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a request line's target, such as {@code /1.0/sms/?x=y}.
   *
   * @throws Refused 400 when the path is not in its plain form, 404 outside of the base paths
   */
  public static RequestPath of(String uri) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    String query = question < 0 ? "" : uri.substring(question);
    for (String base : BASE_PATHS) {
      if (path.equals(base)) {
        return below("/", query);
      }
      if (path.startsWith(base) && path.charAt(base.length()) == '/') {
        return below(path.substring(base.length()), query);
      }
    }
    throw outsideOfTheApi();
  }

  /** What is said about every path that is not below a base path. */
  static Refused outsideOfTheApi() {
    return Refusal.NO_SUCH_PATH.because("There is nothing here; the API is below /1.0 and /v1");
  }

  private static RequestPath below(String path, String query) {
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    if (end <= 0) {
      return new RequestPath("/", List.of(), "/" + query);
    }
    List<String> segments = new ArrayList<>(6);
    StringBuilder target = new StringBuilder(path.length() + query.length() + 8);
    for (int start = 1; start <= end; ) {
      int slash = path.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      String segment = decode(path.substring(start, stop));
      segments.add(segment);
      append(target.append('/'), segment);
      start = stop + 1;
    }
    return new RequestPath(
        "/" + String.join("/", segments), segments, target.append(query).toString());
  }

  private static String decode(String raw) {
    String segment = raw.indexOf('%') < 0 ? raw : unescape(raw);
    boolean plain = !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    if (!plain
        || segment.chars().anyMatch(RequestPath::ambiguous)
        || ENCODED_TWICE.matcher(segment).find()) {
      throw unreadable();
    }
    return segment;
  }

  private static boolean ambiguous(int c) {
    return c == '/' || c == '\\' || c == '#' || c == ';' || Character.isISOControl(c);
  }

  private static String unescape(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '%') {
        bytes.put(Character.toString(c).getBytes(UTF_8));
      } else if (i + 2 < raw.length() && hex(raw, i + 1) >= 0 && hex(raw, i + 2) >= 0) {
        bytes.put((byte) (hex(raw, i + 1) << 4 | hex(raw, i + 2)));
        i += 2;
      } else {
        throw unreadable();
      }
    }
    try {
      return UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notText) {
      throw unreadable();
    }
  }

  private static int hex(String text, int at) {
    char c = text.charAt(at);
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static void append(StringBuilder target, String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (UNESCAPED.indexOf(segment.charAt(i)) < 0) {
        escape(target, segment);
        return;
      }
    }
    target.append(segment);
  }

  private static void escape(StringBuilder target, String segment) {
    for (byte b : segment.getBytes(UTF_8)) {
      if (b >= 0 && UNESCAPED.indexOf(b) >= 0) {
        target.append((char) b);
      } else {
        target.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
  }

  /** What is said about a path that is not in its plain form. */
  static Refused unreadable() {
    return Refusal.UNREADABLE_PATH.because(
        "The path can't be read, or in more than one way: send it without empty or dot segments,"
            + " with no escaped slash, each character escaped at most once, and % only before two"
            + " hexadecimal digits");
  }
}
