package io.clausestream.connector.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.AllowedTargets;
import io.clausestream.connector.delivery.address.RebindingName;
import io.clausestream.connector.delivery.mail.MailSettings.Encryption;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MailServer;
import io.clausestream.connector.testkit.MailServer.Safety;
import io.clausestream.connector.testkit.ServerKey;
import io.clausestream.schema.ChannelKind;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MailChannelITCase {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private String password = MailServer.PASSWORD;

  @Test
  void aMailGoesByStartTlsWithBothForms() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      assertThat(send(server, Encryption.STARTTLS, Samples.alert(), "reader@quillstead.example"))
          .isEqualTo(new Delivered());
      MailServer.Mail mail = server.mails().get(0);
      assertThat(mail.tls()).isTrue();
      assertThat(mail.from()).isEqualTo("alerts@marrowby.example");
      assertThat(mail.to()).containsExactly("reader@quillstead.example");
      MimeMessage read = read(mail);
      assertThat(read.getSubject()).isEqualTo("Marrowby, Terms of Service: refunds-and-payouts");
      assertThat(read.getMessageID()).isEqualTo("<a1@marrowby.example>");
      assertThat(part(read, 0)).contains("[-30-]{+90+}");
      assertThat(Jsoup.parse(part(read, 1)).select("ins").eachText()).contains("90");
    }
  }

  @Test
  void aMailGoesByTlsFromTheFirstByte() throws Exception {
    try (MailServer server = MailServer.start(Safety.TLS, folder)) {
      assertThat(send(server, Encryption.TLS, Samples.digest(), "reader@quillstead.example"))
          .isEqualTo(new Delivered());
      assertThat(read(server.mails().get(0)).getSubject()).startsWith("Changes of the week");
    }
  }

  @Test
  void mailsAboutOneDocumentStandInOneThreadAndCanBeUnsubscribed() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      send(server, Encryption.STARTTLS, Samples.alert(), "reader@quillstead.example");
      send(server, Encryption.STARTTLS, Samples.retraction(), "reader@quillstead.example");
      MimeMessage first = read(server.mails().get(0));
      MimeMessage second = read(server.mails().get(1));
      assertThat(second.getHeader("References")).isEqualTo(first.getHeader("References"));
      assertThat(second.getHeader("In-Reply-To")[0]).matches("<thread\\.[0-9a-f]{32}@.*>");
      assertThat(second.getMessageID()).isNotEqualTo(first.getMessageID());
      assertThat(first.getHeader("List-Unsubscribe", null).replaceAll("\\s+", " "))
          .isEqualTo(
              "<https://marrowby.example/stop?s=reader%40quillstead.example>, <mailto:stop@marrowby.example>");
      assertThat(first.getHeader("List-Unsubscribe-Post", null))
          .isEqualTo("List-Unsubscribe=One-Click");
    }
  }

  @Test
  void textOfAPageInjectsNeitherHeadersNorMarkup() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      for (Message message : List.of(Samples.hostileAlert(), Samples.hostileDigest())) {
        send(server, Encryption.STARTTLS, message, "reader@quillstead.example");
      }
      assertThat(server.mails()).hasSize(2);
      for (MailServer.Mail mail : server.mails()) {
        MimeMessage read = read(mail);
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(mail.to()).containsExactly("reader@quillstead.example");
        assertThat(Jsoup.parse(part(read, 1)).select("script, img, a")).isEmpty();
      }
      assertThat(read(server.mails().get(0)).getSubject()).contains("Bcc: victim");
    }
  }

  @Test
  void aGreylistedMailIsTriedAgainAndThenTaken() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      String to = "greylist@quillstead.example";
      Retry retry = (Retry) send(server, Encryption.STARTTLS, Samples.alert(), to);
      assertThat(retry.reason()).isEqualTo("SMTP_STATUS");
      assertThat(retry.detail()).contains("450").doesNotContain("@");
      assertThat(send(server, Encryption.STARTTLS, Samples.alert(), to)).isEqualTo(new Delivered());
    }
  }

  @Test
  void codesFrom400AreTriedAgainAndFrom500Fail() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      Retry full =
          (Retry) send(server, Encryption.STARTTLS, Samples.alert(), "full@quillstead.example");
      assertThat(full.alone()).isTrue();
      for (String name : List.of("reject", "spam")) {
        String to = name + "@quillstead.example";
        Failed failed = (Failed) send(server, Encryption.STARTTLS, Samples.alert(), to);
        assertThat(failed.reason()).isEqualTo("SMTP_STATUS");
        assertThat(failed.detail()).contains("55").doesNotContain("@");
      }
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aServerThatHangsIsGivenUpAtTheLimit() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder);
        MailChannel channel =
            channel(settings(server.port(), Encryption.STARTTLS), Duration.ofSeconds(2))) {
      SendResult result =
          channel.send(
              Samples.alert(),
              Samples.READER,
              Samples.channel(ChannelKind.EMAIL, "hang@quillstead.example", null));
      assertThat(((Retry) result).reason()).isEqualTo("TIMEOUT");
    }
  }

  @Test
  void aServerWithoutStartTlsGetsNeitherPasswordNorMail() throws Exception {
    try (MailServer server = MailServer.start(Safety.NONE, folder)) {
      Retry retry =
          (Retry) send(server, Encryption.STARTTLS, Samples.alert(), "reader@quillstead.example");
      assertThat(retry.reason()).isEqualTo("SMTP_NO_STARTTLS");
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsTriedAgainAndNotTold() throws Exception {
    password = "hunter2";
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder)) {
      Retry retry =
          (Retry) send(server, Encryption.STARTTLS, Samples.alert(), "reader@quillstead.example");
      assertThat(retry.reason()).isEqualTo("SMTP_LOGIN");
      assertThat(retry.toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void aServerOfAnUntrustedCertificateGetsNothing() throws Exception {
    try (MailServer server = MailServer.start(Safety.TLS, folder)) {
      MailSettings good = settings(server.port(), Encryption.TLS);
      MailSettings untrusting =
          new MailSettings(
              good.host(),
              good.port(),
              good.encryption(),
              good.user(),
              good.passwordSecret(),
              good.from(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      try (MailChannel channel = channel(untrusting, LONG)) {
        assertThat(((Retry) to(channel, "reader@quillstead.example")).reason()).isEqualTo("TLS");
      }
    }
  }

  @Test
  void aServerAtAPrivateAddressIsRefusedUnlessAllowed() throws Exception {
    try (MailServer server = MailServer.start(Safety.STARTTLS, folder);
        MailChannel channel =
            new MailChannel(
                settings(server.port(), Encryption.STARTTLS),
                new AddressGuard(AllowedTargets.NONE, InetAddress::getAllByName),
                secrets(),
                LONG,
                clock())) {
      assertThat(((Failed) to(channel, "reader@quillstead.example")).reason())
          .isEqualTo("ADDRESS_REFUSED");
    }
  }

  @Test
  void aServerWhoseNameIsPublicFirstAndPrivateAtConnectIsRefused() throws Exception {
    RebindingName name = new RebindingName();
    AddressGuard guard = name.guard();
    assertThat(guard.resolve("mail.marrowby.example")).hasSize(1);
    try (MailServer server = MailServer.start(Safety.NONE, folder);
        MailChannel channel =
            new MailChannel(
                TestRelays.plain("mail.marrowby.example", server.port()),
                guard,
                secrets(),
                LONG,
                clock())) {
      assertThat(((Failed) to(channel, "reader@quillstead.example")).reason())
          .isEqualTo("ADDRESS_REFUSED");
      assertThat(name.asked()).isEqualTo(2);
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aRelayThatIsAllowedTakesMailsWithoutEncryption() throws Exception {
    try (MailServer server = MailServer.start(Safety.NONE, folder);
        MailChannel channel = channel(TestRelays.plain("127.0.0.1", server.port()), LONG)) {
      assertThat(to(channel, "reader@quillstead.example")).isEqualTo(new Delivered());
      assertThat(server.mails().get(0).tls()).isFalse();
      assertThat(read(server.mails().get(0)).getHeader("List-Unsubscribe")).isNull();
    }
  }

  @Test
  void nobodyThereIsTriedAgainAndABadAddressIsNot() throws Exception {
    MailServer gone = MailServer.start(Safety.STARTTLS, folder);
    gone.close();
    try (MailChannel channel = channel(settings(gone.port(), Encryption.STARTTLS), LONG)) {
      assertThat(((Retry) to(channel, "reader@quillstead.example")).reason())
          .isEqualTo("CONNECTION");
      assertThat(((Failed) to(channel, "a@x.example\r\nDATA")).reason())
          .isEqualTo("TARGET_INVALID");
    }
  }

  private SendResult send(MailServer server, Encryption encryption, Message message, String to)
      throws InterruptedException {
    try (MailChannel channel = channel(settings(server.port(), encryption), LONG)) {
      return channel.send(message, Samples.READER, Samples.channel(ChannelKind.EMAIL, to, null));
    }
  }

  private static SendResult to(MailChannel channel, String to) throws InterruptedException {
    return channel.send(
        Samples.alert(), Samples.READER, Samples.channel(ChannelKind.EMAIL, to, null));
  }

  private MailChannel channel(MailSettings settings, Duration limit) {
    AllowedTargets allowed = AllowedTargets.of(List.of("127.0.0.0/8"));
    return new MailChannel(
        settings, new AddressGuard(allowed, InetAddress::getAllByName), secrets(), limit, clock());
  }

  private static Clock clock() {
    return Clock.fixed(Instants.MONDAY_0700, ZoneOffset.UTC);
  }

  private Secrets secrets() {
    return new Secrets(Optional.empty(), Map.of("CLAUSESTREAM_SECRET_MAIL_PASSWORD", password));
  }

  private static MailSettings settings(int port, Encryption encryption) {
    return new MailSettings(
        "127.0.0.1",
        port,
        encryption,
        Optional.of(MailServer.USER),
        Optional.of("mail-password"),
        "Clausestream <alerts@marrowby.example>",
        Optional.of("https://marrowby.example/stop?s={subscriber}"),
        Optional.of("stop@marrowby.example"),
        Optional.of(ServerKey.in(folder).certificate()));
  }

  private static MimeMessage read(MailServer.Mail mail) throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.source().getBytes(StandardCharsets.UTF_8)));
  }

  private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
    return (String) ((Multipart) mail.getContent()).getBodyPart(number).getContent();
  }
}
