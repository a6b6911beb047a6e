package io.clausestream.connector.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the address of a mailbox: one, bare, of ASCII before the at sign. */
final class MailTarget {

  private static final Pattern FORM =
      Pattern.compile("[!#-'*+/-9=?A-Z^-~.-]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\]{1,253}");

  private MailTarget() {}

  static Optional<InternetAddress> of(String target) {
    if (!FORM.matcher(target).matches()) {
      return Optional.empty();
    }
    int at = target.lastIndexOf('@');
    try {
      String domain = IDN.toASCII(target.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(new InternetAddress(target.substring(0, at + 1) + domain, true));
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
