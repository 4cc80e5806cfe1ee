package io.facteur.gateway.credential;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The addresses that a credential may be used from; none given means all.
 *
 * @param blocks as they were given
 * @param networks the same, compiled
 */
public record AllowedAddresses(List<String> blocks, List<IpSubnetFilterRule> networks) {

  /**
   * Compiles them.
   *
   * @param blocks such as {@code 192.0.2.7}, {@code 192.0.2.0/24} or {@code 2001:db8::/32}
   */
  public static AllowedAddresses of(List<String> blocks) {
    return new AllowedAddresses(
        List.copyOf(blocks), blocks.stream().map(AllowedAddresses::network).toList());
  }

  boolean contain(String address) {
    if (networks.isEmpty()) {
      return true;
    }
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(address);
    if (literal == null) {
      return false;
    }
    InetSocketAddress client = new InetSocketAddress(literal, 0);
    return networks.stream().anyMatch(network -> network.matches(client));
  }

  private static IpSubnetFilterRule network(String block) {
    int slash = block.indexOf('/');
    String address = slash < 0 ? block : block.substring(0, slash);
    int wholeAddress = address.indexOf(':') < 0 ? 32 : 128;
    int prefix = slash < 0 ? wholeAddress : Integer.parseInt(block.substring(slash + 1));
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }
}
