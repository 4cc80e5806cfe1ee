package io.facteur.chassis.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be dialled for a URL that a stranger gave: those that are public, and what
 * the operator opened. The table is IANA's special-purpose registries (IPv4: RFC 6890, IPv6: RFC
 * 6890, RFC 4291), multicast, and metadata services of clouds.
 */
final class AddressPolicy {

  private static final List<Network> CLOSED =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          // Azure's metadata and DNS service has an address that looks public.
          "168.63.129.16/32",
          "::/96",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "3fff::/20",
          "5f00::/16",
          "64:ff9b:1::/48",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  // IPv6 networks that carry an IPv4 address. (Java itself turns ::ffff:a.b.c.d into IPv4.)
  private static final Network TRANSLATED = Network.parse("::ffff:0:0:0/96");
  private static final Network NAT64 = Network.parse("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  private final List<Network> opened;

  AddressPolicy(List<Network> opened) {
    this.opened = List.copyOf(opened);
  }

  static AddressPolicy of(GuardConfig config) {
    return new AddressPolicy(
        config.allow().orElse(List.of()).stream().map(Network::parse).toList());
  }

  boolean permits(InetAddress address) {
    if (within(opened, address)) {
      return true;
    }
    return !within(CLOSED, address) && embedded(address).map(this::permits).orElse(true);
  }

  /** The IPv4 address that a translator would dial for this IPv6 address. */
  private static Optional<InetAddress> embedded(InetAddress address) {
    if (NAT64.contains(address) || TRANSLATED.contains(address)) {
      return Optional.of(part(address, 12));
    }
    return SIX_TO_FOUR.contains(address) ? Optional.of(part(address, 2)) : Optional.empty();
  }

  private static InetAddress part(InetAddress address, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }

  private static boolean within(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(Network::parse).toList();
  }
}
