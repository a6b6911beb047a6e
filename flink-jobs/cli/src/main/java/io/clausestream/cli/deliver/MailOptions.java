package io.clausestream.cli.deliver;

import io.clausestream.connector.delivery.mail.MailSettings;
import io.clausestream.connector.delivery.mail.MailSettings.Encryption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the server that takes mails; without them there is no channel of mail. */
final class MailOptions {

  private static final int STARTTLS_PORT = 587;
  private static final int TLS_PORT = 465;

  @Option(
      names = "--mail-host",
      required = true,
      paramLabel = "HOST",
      description = "Server that takes mails; without it nothing is sent by mail.")
  private String host;

  @Option(
      names = "--mail-from",
      required = true,
      paramLabel = "ADDRESS",
      description = "Sender of mails, for example 'Clausestream <alerts@marrowby.example>'.")
  private String from;

  @Option(
      names = "--mail-port",
      paramLabel = "PORT",
      description = "Its port (default: 587, or 465 with tls).")
  private @Nullable Integer port;

  @Option(
      names = "--mail-encryption",
      paramLabel = "starttls|tls|none",
      description = "How the connection to it is made safe (default: starttls).")
  private Encryption encryption = Encryption.STARTTLS;

  @Option(names = "--mail-user", paramLabel = "NAME", description = "User to log in with.")
  private @Nullable String user;

  @Option(
      names = "--mail-password-secret",
      paramLabel = "NAME",
      description = "Name of the secret that is the password of the user.")
  private @Nullable String passwordSecret;

  @Option(
      names = "--mail-unsubscribe-url",
      paramLabel = "URL",
      description =
          "https URL at which a POST ends a subscription; {subscriber} in it becomes the id, and"
              + " {token:NAME} a token of it by the secret NAME.")
  private @Nullable String unsubscribeUrl;

  @Option(
      names = "--mail-unsubscribe-address",
      paramLabel = "ADDRESS",
      description = "Address to which a mail ends a subscription.")
  private @Nullable String unsubscribeAddress;

  @Option(
      names = "--mail-certificates",
      paramLabel = "FILE",
      description = "PEM file of the certificates to trust instead of those of Java.")
  private @Nullable Path certificates;

  /**
   * The server.
   *
   * @throws IllegalArgumentException when an option is wrong, naming what
   */
  MailSettings settings() {
    return new MailSettings(
        host,
        port != null ? port : encryption == Encryption.TLS ? TLS_PORT : STARTTLS_PORT,
        encryption,
        Optional.ofNullable(user),
        Optional.ofNullable(passwordSecret),
        from,
        Optional.ofNullable(unsubscribeUrl),
        Optional.ofNullable(unsubscribeAddress),
        Optional.ofNullable(certificates));
  }
}
