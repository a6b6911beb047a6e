package io.clausestream.core.canonical;

import java.nio.charset.StandardCharsets;

/**
 * Decodes e-mail addresses that a content delivery network hid from robots with a new key at each
 * fetch: two hexadecimal digits of key, then the address with each byte XORed with it.
 */
final class EmailProtection {

  /** Attribute of the element that stands for an address. */
  static final String ATTRIBUTE = "data-cfemail";

  /** Start of the path of the link that stands for an address; the code is its fragment. */
  static final String LINK = "/cdn-cgi/l/email-protection";

  private EmailProtection() {}

  /** The address, or a placeholder when the code is broken. */
  static String decode(String code) {
    if (code.length() < 4 || code.length() % 2 != 0) {
      return "[email]";
    }
    byte[] address = new byte[code.length() / 2 - 1];
    int key = hex(code, 0);
    for (int i = 0; i < address.length; i++) {
      int value = hex(code, 2 * i + 2);
      if (value < 0 || key < 0) {
        return "[email]";
      }
      address[i] = (byte) (value ^ key);
    }
    return new String(address, StandardCharsets.UTF_8);
  }

  private static int hex(String code, int at) {
    int high = Character.digit(code.charAt(at), 16);
    int low = Character.digit(code.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
