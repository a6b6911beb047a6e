package io.clausestream.connector.delivery.mail;

import io.clausestream.connector.delivery.Hashes;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.text.HtmlText;
import io.clausestream.connector.delivery.text.PlainText;
import io.clausestream.connector.delivery.text.Telling;
import io.clausestream.connector.delivery.text.Tellings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Makes mails of messages. What comes from pages goes into headers as one line that is encoded, and
 * into the body as text that is escaped.
 */
final class MailComposer {

  private static final int LONGEST_SUBJECT = 200;

  private final MailSettings settings;
  private final InternetAddress from;
  private final String domain;

  MailComposer(MailSettings settings) throws MessagingException {
    this.settings = settings;
    this.from = InternetAddress.parse(settings.from(), true)[0];
    String address = from.getAddress();
    this.domain = address.substring(address.lastIndexOf('@') + 1);
  }

  InternetAddress from() {
    return from;
  }

  String domain() {
    return domain;
  }

  /**
   * The mail.
   *
   * @param unsubscribe URL at which a POST ends the subscription; empty for none
   * @param at the date in its head
   */
  MimeMessage compose(
      Session session,
      Message message,
      Recipient recipient,
      InternetAddress to,
      Optional<String> unsubscribe,
      Instant at)
      throws MessagingException {
    Telling telling = Tellings.of(message, recipient);
    NamedMail mail = new NamedMail(session, id(message.messageId()));
    mail.setFrom(from);
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(subject(telling.title()), "UTF-8");
    mail.setSentDate(Date.from(at));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Content-Language", telling.language());
    Optional<String> thread = thread(message);
    if (thread.isPresent()) {
      mail.setHeader("References", thread.get());
      mail.setHeader("In-Reply-To", thread.get());
    }
    unsubscribe(mail, unsubscribe);
    mail.setContent(body(telling));
    mail.saveChanges();
    return mail;
  }

  private static MimeMultipart body(Telling telling) throws MessagingException {
    return new MimeMultipart(
        "alternative",
        part(PlainText.of(telling), "plain"),
        part(HtmlText.document(telling).outerHtml(), "html"));
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** Mails about one document stand together: they answer one that was never sent. */
  private Optional<String> thread(Message message) {
    if (message instanceof Message.OfAlert alert) {
      String documentId = alert.alert().getChange().getDocumentId();
      return Optional.of(id("thread." + Hashes.of(message.subscriberId() + "\n" + documentId)));
    }
    return Optional.empty();
  }

  private void unsubscribe(MimeMessage mail, Optional<String> url) throws MessagingException {
    StringBuilder value = new StringBuilder();
    url.ifPresent(text -> value.append("<").append(text).append(">"));
    settings
        .unsubscribeMail()
        .ifPresent(
            address ->
                value.append(value.isEmpty() ? "" : ", ").append("<mailto:" + address + ">"));
    if (!value.isEmpty()) {
      mail.setHeader("List-Unsubscribe", value.toString());
    }
    if (url.isPresent()) {
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private String id(String local) {
    return "<" + local.replaceAll("[^A-Za-z0-9.-]", "-") + "@" + domain + ">";
  }

  private static String subject(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST_SUBJECT
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
  }

  /** A mail whose id is ours, the same in every repeat. */
  private static final class NamedMail extends MimeMessage {

    private final String id;

    NamedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
