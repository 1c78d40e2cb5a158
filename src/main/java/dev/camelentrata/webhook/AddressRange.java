package dev.camelentrata.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of IP addresses: one address, or a prefix such as {@code 10.0.0.0/8}. */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record AddressRange(byte[] address, int prefix) {

  private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** Whether the text is an IP address and no name. */
  static boolean isLiteral(String text) {
    return IP_V4.matcher(text).matches() || text.contains(":");
  }

  /** Reads an address or CIDR; no name is ever looked up. */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    try {
      if (isLiteral(literal)) {
        byte[] address = InetAddress.getByName(literal).getAddress();
        int bits = address.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix >= 0 && prefix <= bits) {
          return new AddressRange(address, prefix);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // falls through to the one message for all faults
    }
    throw new IllegalArgumentException(
        text + " is no IP address and no range such as 10.0.0.0/8 or fd00::/8");
  }

  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range && range.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
