package io.clausestream.cli.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChannelTarget;
import io.clausestream.core.subscription.ChannelTarget.Kind;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.core.subscription.Terms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SubscribeCommandTest {

  private final StringWriter printed = new StringWriter();

  @TempDir Path folder;

  @Command
  private static final class Holder {
    @Mixin private TermsOptions terms;
  }

  @Test
  void optionsBecomeTerms() {
    assertThat(
            terms(
                "--plan",
                "compliance",
                "--platform",
                "Marrowby",
                "--platform",
                "Quillstead",
                "--type",
                "Privacy Policy",
                "--category",
                "data-sharing",
                "--severity",
                "medium",
                "--direction",
                "adverse",
                "--provision-level",
                "--provision",
                "p1",
                "--email",
                "ada@mail.example",
                "--webhook",
                "https://a.example/",
                "--secret",
                "a",
                "--webhook",
                "https://b.example/",
                "--secret",
                "b",
                "--slack",
                "team",
                "--feed",
                "--lines",
                "--language",
                "de",
                "--time-zone",
                "Europe/Berlin",
                "--digest-day",
                "friday",
                "--digest-hour",
                "17",
                "--no-digest"))
        .isEqualTo(
            new RequestedTerms(
                "compliance",
                Terms.State.ACTIVE,
                List.of("Marrowby", "Quillstead"),
                List.of("Privacy Policy"),
                List.of("data-sharing"),
                Severity.MEDIUM,
                List.of(Direction.ADVERSE),
                true,
                List.of("p1"),
                List.of(),
                List.of(
                    new ChannelTarget(Kind.EMAIL, "ada@mail.example", Optional.empty()),
                    new ChannelTarget(Kind.WEBHOOK, "https://a.example/", Optional.of("a")),
                    new ChannelTarget(Kind.WEBHOOK, "https://b.example/", Optional.of("b")),
                    new ChannelTarget(Kind.SLACK, "", Optional.of("team")),
                    new ChannelTarget(Kind.FEED, "", Optional.empty()),
                    new ChannelTarget(Kind.JSON_LINES, "", Optional.empty())),
                "de",
                "Europe/Berlin",
                false,
                "FRIDAY",
                17));
  }

  @Test
  void whatIsLeftOutIsTheUsual() {
    assertThat(terms("--platform", "*")).isEqualTo(RequestedTerms.of("own", List.of("*")));
  }

  @Test
  void whoAndWhatMustBeNamed() {
    assertThat(run("subscribe")).isEqualTo(ExitCode.USAGE);
    assertThat(run("subscribe", "ada")).isEqualTo(ExitCode.USAGE);
    assertThat(printed.toString()).contains("SUBSCRIBER and one or more --platform, or a --file");
    assertThat(run("subscribe", "ada", "--file", "a.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(run("subscribe", "ada", "--platform", "A", "--webhook", "https://a.example/"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(printed.toString()).contains("--secret=NAME");
    assertThat(run("subscribe", "ada", "--platform", "A", "--severity", "awful"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("subscriptions")).isEqualTo(ExitCode.USAGE);
    assertThat(run("subscriptions", "mute", "ada")).isEqualTo(ExitCode.USAGE);
    assertThat(printed.toString()).contains("--document");
  }

  @Test
  void aWrongFileIsToldBeforeABrokerIsAsked() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"), "subscriptions: [{subscriber: ada, platform: [A]}]");

    assertThat(run("subscribe", "--file", file.toString())).isEqualTo(ExitCode.MISTAKE);
    assertThat(printed.toString()).contains(file.toString(), "'ada'", "unknown key 'platform'");
    assertThat(run("subscribe", "--file", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.MISTAKE);
  }

  private static RequestedTerms terms(String... arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return holder.terms.terms();
  }

  private int run(String... arguments) {
    PrintWriter printer = new PrintWriter(printed, true);
    return Clausestream.commandLine(printer, printer).execute(arguments);
  }
}
