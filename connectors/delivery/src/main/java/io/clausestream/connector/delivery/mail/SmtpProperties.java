package io.clausestream.connector.delivery.mail;

import java.util.Properties;

/** What the mail library is told. */
final class SmtpProperties {

  private SmtpProperties() {}

  static Properties of(SmtpCall.Smtp smtp, MailComposer composer) {
    boolean upgrade = smtp.settings().encryption() == MailSettings.Encryption.STARTTLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
    properties.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", smtp.tls());
    properties.put("mail.smtp.auth", Boolean.toString(smtp.settings().user().isPresent()));
    properties.put("mail.smtp.from", composer.from().getAddress());
    properties.put("mail.smtp.localhost", composer.domain());
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }
}
