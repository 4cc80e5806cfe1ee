package io.facteur.users.rule;

import io.facteur.chassis.error.ApiException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Addresses from which a key may be used: IPv4 or IPv6, alone or as a block ({@code 10.0.0.0/8}).
 */
public final class AllowedIps {

  private static final int MAX_BLOCKS = 100;
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  // Nothing that a resolver would look up: hexadecimal digits, colons, a dotted end.
  private static final Pattern LIKE_IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]{2,45}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

  private AllowedIps() {}

  /**
   * The blocks, when all of them are right; none when the list is missing, which allows every
   * address.
   *
   * @throws ApiException 400 when there are more than 100, or one is wrong
   */
  public static List<String> checked(List<String> asked) {
    if (asked == null) {
      return List.of();
    }
    if (asked.size() > MAX_BLOCKS) {
      throw ApiException.invalid(
          "allowedIPs", "must have at most " + MAX_BLOCKS + " blocks, has " + asked.size());
    }
    return IntStream.range(0, asked.size())
        .mapToObj(i -> checked("allowedIPs[" + i + "]", asked.get(i)))
        .distinct()
        .toList();
  }

  private static String checked(String field, String asked) {
    String block = asked == null ? "" : asked.strip();
    int slash = block.indexOf('/');
    int bits = bits(slash < 0 ? block : block.substring(0, slash));
    if (bits == 0 || (slash >= 0 && !isLength(block.substring(slash + 1), bits))) {
      throw ApiException.invalid(
          field, "must be an address or a block, such as 192.0.2.7 or 192.0.2.0/24");
    }
    return block;
  }

  /** How many bits the address has; 0 when it is none. */
  private static int bits(String address) {
    if (IPV4.matcher(address).matches()) {
      return 32;
    }
    return isIpv6(address) ? 128 : 0;
  }

  private static boolean isIpv6(String address) {
    if (!LIKE_IPV6.matcher(address).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(address) != null;
    } catch (UnknownHostException problem) {
      return false;
    }
  }

  private static boolean isLength(String text, int bits) {
    return LENGTH.matcher(text).matches() && Integer.parseInt(text) <= bits;
  }
}
