package io.clausestream.connector.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that takes mails, and what stands in each of them. Immutable; holds no secret, only
 * the name of one.
 *
 * @param host of the server
 * @param port of the server: usually 587 with STARTTLS, 465 with TLS
 * @param encryption how the connection is made safe
 * @param user name to log in with; empty to send without
 * @param passwordSecret name of the secret that holds its password
 * @param from sender, for example {@code Clausestream <alerts@marrowby.example>}
 * @param unsubscribeUrl https URL of the header List-Unsubscribe, at which a POST ends the
 *     subscription; <code>{subscriber}</code> in it becomes the subscriber's id, and <code>
 *     {token:NAME}</code> a token of it by that secret
 * @param unsubscribeMail address of that header
 * @param certificates PEM file of the certificates to trust instead of the JDK's
 */
public record MailSettings(
    String host,
    int port,
    Encryption encryption,
    Optional<String> user,
    Optional<String> passwordSecret,
    String from,
    Optional<String> unsubscribeUrl,
    Optional<String> unsubscribeMail,
    Optional<Path> certificates) {

  /** How a connection is made safe. */
  public enum Encryption {
    /** By STARTTLS; a server without it is not used. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all: for a relay on the same machine. */
    NONE
  }

  /** Checks what can be checked without a network. */
  public MailSettings {
    require(!host.isBlank(), "The mail server has no host; set it.");
    require(port > 0 && port < 65_536, "Port " + port + " of the mail server is out of range.");
    require(isAddress(from), "Sender '" + from + "' of mails is no address; give one.");
    require(
        user.isPresent() == passwordSecret.isPresent(),
        "User and password secret of the mail server go together; set both or none.");
    require(
        user.isEmpty() || encryption != Encryption.NONE,
        "A password is not sent to a mail server without encryption; use STARTTLS or TLS.");
    require(
        unsubscribeUrl.stream().allMatch(MailSettings::isHttps),
        "The unsubscribe URL is no https URL without spaces; give one.");
    require(
        unsubscribeMail.stream().allMatch(MailSettings::isAddress),
        "The unsubscribe address is no address; give one.");
  }

  /** Port 587 with STARTTLS, without log-in. */
  public static MailSettings of(String host, String from) {
    return new MailSettings(
        host,
        587,
        Encryption.STARTTLS,
        Optional.empty(),
        Optional.empty(),
        from,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isAddress(String text) {
    try {
      return InternetAddress.parse(text, true).length == 1 && text.indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }

  private static boolean isHttps(String url) {
    return url.matches("https://[!-;=?-~]+");
  }

  private static void require(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
