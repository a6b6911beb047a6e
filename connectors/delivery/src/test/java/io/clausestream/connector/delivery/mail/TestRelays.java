package io.clausestream.connector.delivery.mail;

import io.clausestream.connector.delivery.mail.MailSettings.Encryption;
import java.util.Optional;

/** Settings of mail servers that tests start. */
public final class TestRelays {

  private TestRelays() {}

  /** A server that takes mails without encryption or a password. */
  public static MailSettings plain(String host, int port) {
    return new MailSettings(
        host,
        port,
        Encryption.NONE,
        Optional.empty(),
        Optional.empty(),
        "alerts@marrowby.example",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
