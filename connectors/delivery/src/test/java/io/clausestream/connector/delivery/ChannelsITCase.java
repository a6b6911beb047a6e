package io.clausestream.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.mail.MailSettings;
import io.clausestream.connector.delivery.mail.MailSettings.Encryption;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.MailServer;
import io.clausestream.connector.testkit.MailServer.Safety;
import io.clausestream.connector.testkit.MisbehavingServer;
import io.clausestream.connector.testkit.ServerKey;
import io.clausestream.schema.ChannelKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChannelsITCase {

  private static final String KEY = "whsec_" + "c2VjcmV0IQ".repeat(4);
  private static final List<String> PATHS =
      List.of("/ok", "/status/404", "/status/500", "/busy/1/9", "/redirect", "/close", "/hang");

  @TempDir private Path folder;

  @Test
  void whatIsNotSetUpIsNotThere() {
    try (Channels channels =
        Channels.open(ChannelSettings.defaults(), secrets(Map.of()), Clock.systemUTC())) {
      assertThat(channels.of(ChannelKind.WEBHOOK)).isPresent();
      assertThat(channels.of(ChannelKind.SLACK)).isPresent();
      assertThat(channels.of(ChannelKind.EMAIL)).isEmpty();
      assertThat(channels.of(ChannelKind.FEED)).isEmpty();
      assertThat(channels.of(ChannelKind.JSON_LINES)).isEmpty();
      assertThat(channels.of(ChannelKind.UNKNOWN)).isEmpty();
    }
  }

  @Test
  void wrongSettingsAreRefusedByName() {
    ChannelSettings defaults = ChannelSettings.defaults();
    assertThatThrownBy(
            () ->
                Channels.open(
                    defaults.withAllowedTargets(List.of("10.0.0.0/99")),
                    secrets(Map.of()),
                    Clock.systemUTC()))
        .hasMessageContaining("'10.0.0.0/99'");
    assertThatThrownBy(() -> defaults.withCallLimit(Duration.ZERO)).hasMessageContaining("PT0S");
  }

  @Test
  void everyChannelDeliversAndForgets() throws Exception {
    try (MisbehavingServer http = MisbehavingServer.start();
        MailServer smtp = MailServer.start(Safety.STARTTLS, folder);
        Channels channels = open(http, smtp, "/ok", MailServer.PASSWORD, 30)) {
      for (ChannelKind kind : ChannelKind.values()) {
        if (kind != ChannelKind.UNKNOWN) {
          assertThat(send(channels, kind, http.url("/ok")))
              .as(kind.name())
              .isEqualTo(new Delivered());
        }
      }
      assertThat(http.requests("a1")).hasSize(2);
      assertThat(smtp.mails()).hasSize(1);
      assertThat(folder.resolve("feeds")).isNotEmptyDirectory();
      channels.forget(Samples.READER.subscriberId());
      assertThat(folder.resolve("feeds")).isEmptyDirectory();
      assertThat(folder.resolve("lines")).isEmptyDirectory();
    }
  }

  @Test
  void noSecretIsToldByResultsTextFormsOrLogs() throws Exception {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    Appender appender = new Appender(told);
    Logger root = (Logger) LogManager.getRootLogger();
    appender.start();
    root.addAppender(appender);
    try (MisbehavingServer http = MisbehavingServer.start();
        MailServer smtp = MailServer.start(Safety.STARTTLS, folder)) {
      for (String path : PATHS) {
        try (Channels channels = open(http, smtp, path + "/hunter2", "wrong-hunter2", 1)) {
          for (ChannelKind kind :
              List.of(ChannelKind.WEBHOOK, ChannelKind.SLACK, ChannelKind.EMAIL)) {
            told.add(send(channels, kind, http.url(path)).toString());
            told.add(channels.of(kind).toString());
          }
          told.add(settings(smtp).toString());
        }
      }
    } finally {
      root.removeAppender(appender);
      appender.stop();
    }
    assertThat(new ArrayList<>(told))
        .hasSizeGreaterThan(PATHS.size() * 7 - 1)
        .noneMatch(text -> text.contains("hunter2") || text.contains("c2VjcmV0"));
  }

  private Channels open(
      MisbehavingServer http, MailServer smtp, String slack, String password, int seconds) {
    Secrets secrets =
        secrets(
            Map.of(
                "CLAUSESTREAM_SECRET_HOOK", KEY,
                "CLAUSESTREAM_SECRET_HOOK_OWNER", Samples.READER.subscriberId(),
                "CLAUSESTREAM_SECRET_TEAM", http.url(slack),
                "CLAUSESTREAM_SECRET_TEAM_OWNER", Samples.READER.subscriberId(),
                "CLAUSESTREAM_SECRET_MAIL", password));
    return Channels.open(
        settings(smtp).withCallLimit(Duration.ofSeconds(seconds)),
        secrets,
        Clock.fixed(Instants.MONDAY_0700, ZoneOffset.UTC));
  }

  private ChannelSettings settings(MailServer smtp) {
    return ChannelSettings.defaults()
        .withAllowedTargets(List.of("127.0.0.0/8"))
        .withFeeds(folder.resolve("feeds"))
        .withLines(folder.resolve("lines"))
        .withMail(
            new MailSettings(
                "127.0.0.1",
                smtp.port(),
                Encryption.STARTTLS,
                Optional.of(MailServer.USER),
                Optional.of("mail"),
                "alerts@marrowby.example",
                Optional.empty(),
                Optional.empty(),
                Optional.of(ServerKey.in(folder).certificate())));
  }

  private static SendResult send(Channels channels, ChannelKind kind, String url)
      throws InterruptedException {
    String target =
        switch (kind) {
          case WEBHOOK -> url;
          case EMAIL -> "reader@quillstead.example";
          default -> "";
        };
    String secret =
        switch (kind) {
          case WEBHOOK -> "hook";
          case SLACK -> "team";
          default -> null;
        };
    return channels
        .of(kind)
        .orElseThrow()
        .send(Samples.alert(), Samples.READER, Samples.channel(kind, target, secret));
  }

  private static Secrets secrets(Map<String, String> variables) {
    return new Secrets(Optional.empty(), variables);
  }

  /** Keeps the lines of the log. */
  private static final class Appender extends AbstractAppender {

    private final Queue<String> lines;

    Appender(Queue<String> lines) {
      super("kept", null, null, true, Property.EMPTY_ARRAY);
      this.lines = lines;
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
    }
  }
}
