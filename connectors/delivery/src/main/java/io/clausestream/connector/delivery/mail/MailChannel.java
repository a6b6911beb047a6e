package io.clausestream.connector.delivery.mail;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.FoundSecret;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.TimedCalls;
import io.clausestream.connector.delivery.Tokens;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.http.IoFailures;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Sends each message as a mail of its own, on a connection of its own, to the server of its
 * settings. Threads may share it.
 */
public final class MailChannel implements Channel {

  private final SmtpCall.Smtp smtp;
  private final MailComposer composer;
  private final Session session;
  private final Secrets secrets;
  private final Clock clock;
  private final TimedCalls calls;

  /**
   * The channel.
   *
   * @param settings of the server
   * @param guard decides on its addresses
   * @param secrets the password
   * @param limit of a whole call
   * @param clock for the date of mails
   */
  public MailChannel(
      MailSettings settings, AddressGuard guard, Secrets secrets, Duration limit, Clock clock) {
    this.smtp = new SmtpCall.Smtp(settings, guard, Trust.of(settings.certificates()), limit);
    this.composer = composer(settings);
    this.session = Session.getInstance(SmtpProperties.of(smtp, composer));
    this.secrets = secrets;
    this.clock = clock;
    this.calls = new TimedCalls("delivery-mail", limit);
  }

  private static MailComposer composer(MailSettings settings) {
    try {
      return new MailComposer(settings);
    } catch (MessagingException e) {
      throw new IllegalArgumentException("the settings have checked the sender", e);
    }
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public String circuit(SubscriptionChannel channel) {
    // A server that puts off the mail for one provider delivers that for others.
    String target = channel.getTarget();
    String domain = target.substring(target.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return "mail:" + smtp.settings().host() + ":" + smtp.settings().port() + ":" + domain;
  }

  @Override
  public SendResult send(Message message, Recipient recipient, SubscriptionChannel channel)
      throws InterruptedException {
    Optional<InternetAddress> to = MailTarget.of(channel.getTarget());
    if (to.isEmpty()) {
      return new Failed(
          "TARGET_INVALID", "The target is not the address of one mailbox; correct it.");
    }
    Optional<String> name = smtp.settings().passwordSecret();
    Optional<FoundSecret> password = name.map(secret -> FoundSecret.of(secrets, secret));
    Optional<SendResult> failure = password.flatMap(FoundSecret::failure);
    if (failure.isPresent()) {
      return failure.get();
    }
    Optional<String> template = smtp.settings().unsubscribeUrl();
    Optional<FoundSecret> signs =
        template.flatMap(UnsubscribeUrl::secretName).map(n -> FoundSecret.of(secrets, n));
    Optional<String> unsubscribe =
        template.flatMap(
            t ->
                UnsubscribeUrl.of(t, recipient.subscriberId(), signs.flatMap(FoundSecret::secret)));
    if (template.isPresent() && unsubscribe.isEmpty()) {
      return signs.flatMap(FoundSecret::failure).orElseGet(MailChannel::shortKey);
    }
    try {
      MimeMessage mail =
          composer.compose(session, message, recipient, to.get(), unsubscribe, clock.instant());
      return send(mail, password.flatMap(FoundSecret::secret));
    } catch (MessagingException e) {
      return new Failed("MAIL_INVALID", "The message cannot be written as a mail.");
    }
  }

  private static SendResult shortKey() {
    return new Failed(
        "SECRET_INVALID",
        "The secret of the unsubscribe URL has fewer than %d characters; make a longer one."
            .formatted(Tokens.LEAST_KEY));
  }

  private SendResult send(MimeMessage mail, Optional<Secret> password) throws InterruptedException {
    SmtpCall call = new SmtpCall(smtp, session, mail, password.map(Secret::value).orElse(null));
    try {
      calls.call(call, call::abort);
      return new Delivered();
    } catch (TimeoutException e) {
      return call.isTaken() ? new Delivered() : IoFailures.timeout(calls.limit());
    } catch (ExecutionException e) {
      return SmtpOutcomes.of(e.getCause());
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
