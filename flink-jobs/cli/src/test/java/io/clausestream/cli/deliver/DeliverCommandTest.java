package io.clausestream.cli.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.delivery.ChannelSettings;
import io.clausestream.connector.delivery.mail.MailSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the options of delivery come to, without a broker. */
class DeliverCommandTest {

  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  @Test
  void withoutOptionsThereAreWebhooksAndSlack() {
    DeliverySetup setup = setup("");

    assertThat(setup.channels()).isEqualTo(ChannelSettings.defaults());
    assertThat(setup.feeds()).isEmpty();
    assertThat(setup.engine().groupId()).isEqualTo("clausestream-delivery");
    assertThat(setup.engine().retry().maxAttempts()).isEqualTo(40);
    assertThat(setup.engine().retry().maxAge()).isEqualTo(Duration.ofDays(3));
    assertThat(ServedText.lines(setup, Optional.empty()))
        .containsExactly(
            "  webhook    the public internet", "  slack      incoming webhooks, by secrets");
  }

  @Test
  void eachOptionIsHeeded() {
    DeliverySetup setup =
        setup(
            "--allow-target 10.2.0.0/16 --allow-target relay --call-limit 5 --max-attempts 3"
                + " --max-age 2 --group g --instance i --lines l --feeds f --feed-port 0"
                + " --feed-secret s --mail-host relay --mail-from a@marrowby.example"
                + " --mail-encryption tls --mail-user u --mail-password-secret p");

    assertThat(setup.channels().allowedTargets()).containsExactly("10.2.0.0/16", "relay");
    assertThat(setup.channels().callLimit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(setup.engine().retry().maxAttempts()).isEqualTo(3);
    assertThat(setup.engine().retry().maxAge()).isEqualTo(Duration.ofHours(2));
    assertThat(setup.engine().groupId() + setup.engine().instance()).isEqualTo("gi");
    MailSettings mail = setup.channels().mail().orElseThrow();
    assertThat(mail.port()).isEqualTo(465);
    assertThat(mail.passwordSecret()).contains("p");
    FeedPlace place = setup.feeds().orElseThrow();
    assertThat(place.secretName()).isEqualTo("s");
    assertThat(place.address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(ServedText.lines(setup, Optional.empty()))
        .hasSize(5)
        .contains("  email      relay:465, tls, from a@marrowby.example");
    assertThat(ServedText.faultOfFeeds(setup)).get().asString().contains("secret 's'");
  }

  @Test
  void optionsMayStandInAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("options"), "--lines\nl\n--max-attempts 7\n");

    DeliverySetup setup = setup("@" + file);

    assertThat(setup.channels().linesFolder()).contains(Path.of("l"));
    assertThat(setup.engine().retry().maxAttempts()).isEqualTo(7);
  }

  @Test
  void theAddressOfAFeedIsTold() throws Exception {
    Files.writeString(folder.resolve("feeds"), "0123456789abcdef0123456789abcdef");
    Files.writeString(folder.resolve("short"), "0123456789abcdef");

    assertThat(run("deliveries feed ada --server https://f.example/ --secrets " + folder)).isZero();
    assertThat(out.toString())
        .matches("https://f\\.example/feeds/[0-9a-f]{32}/[A-Za-z0-9_-]{43}/all\\.atom\\R");
    assertThat(run("deliveries feed ada --feed-secret short --secrets " + folder))
        .isEqualTo(ExitCode.MISTAKE);
    assertThat(run("deliveries feed ada --feed-secret none --secrets " + folder))
        .isEqualTo(ExitCode.MISTAKE);
    assertThat(out.toString()).contains("fewer than 32", "Secret 'none' is neither");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--allow-target 10.2.0.0/99 | '10.2.0.0/99'",
        "--call-limit 0 | limit of a call",
        "--max-attempts 0 | at least one attempt",
        "--feed-port 0 | name their --feeds",
        "--feeds f --feed-port 70000 | 70000",
        "--secrets nowhere | 'nowhere' is no folder",
        "--instance a/b | 'a/b' is no name",
        "--mail-host h --mail-from nobody | 'nobody'",
        "--mail-host h --mail-from a@b.example --mail-user u | password secret"
      })
  void aWrongValueIsOneLine(String options, String words) {
    int code = run("deliver --bootstrap-servers 127.0.0.1:1 " + options);

    assertThat(code).as(out.toString()).isEqualTo(ExitCode.MISTAKE);
    assertThat(out.toString()).startsWith("clausestream: ").contains(words).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"--mail-port 25,--mail-host", "--mail-hosts x,--mail-hosts", "--call-limit x,'x'"})
  void aWrongOptionPointsToTheHelp(String options, String words) {
    assertThat(run("deliver " + options)).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).contains(words, "clausestream deliver --help");
  }

  private DeliverySetup setup(String options) {
    CommandLine line = commandLine();
    line.parseArgs(("deliver " + options).strip().split(" "));
    return line.getSubcommands().get("deliver").<DeliverCommand>getCommand().setup();
  }

  private int run(String words) {
    return commandLine().execute(words.split(" "));
  }

  private CommandLine commandLine() {
    PrintWriter printer = new PrintWriter(out, true);
    return Clausestream.commandLine(printer, printer);
  }
}
