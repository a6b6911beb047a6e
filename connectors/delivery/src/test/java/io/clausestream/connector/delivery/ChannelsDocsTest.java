package io.clausestream.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of channels says what the code does. */
class ChannelsDocsTest {

  private static final Path PAGE = Path.of("../../flink-jobs/docs/channels.md");
  private static final Path SOURCES = Path.of("src/main/java/io/clausestream/connector/delivery");
  private static final List<String> CHANNELS =
      List.of(".", "http", "webhook", "mail", "slack", "feed", "file", "lines");

  private static final Pattern REASON =
      Pattern.compile(
          "(?:Retry|Failed|retry|alone|STATUS =)\\(?\\s*\"([A-Z][A-Z_]+)\"", Pattern.MULTILINE);

  @Test
  void everyReasonOfTheCodeIsInThePageAndNoOther() throws IOException {
    Set<String> told = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|").matcher(Files.readString(PAGE));
    while (row.find()) {
      told.add(row.group(1));
    }
    assertThat(told).isEqualTo(reasonsOfTheCode()).hasSizeGreaterThan(10);
  }

  @Test
  void theJavaOfThePageIsTheVerifierThatIsTested() throws IOException {
    String source =
        Files.readString(
            Path.of(
                "src/test/java/io/clausestream/connector/delivery/webhook/WebhookVerifier.java"));
    String method =
        source.split("// begin\n")[1].split(" *// end")[0].stripTrailing().stripIndent();
    assertThat(block("java")).isEqualTo(method);
  }

  @Test
  void thePythonOfThePageTellsGenuineFromForged() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python));
    String key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    // The example of the specification, signed by another key first.
    String program =
        block("python")
            + "\n\nh = {'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330',"
            + "'webhook-signature': 'v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='}\n"
            + "b = b'{\"test\": 2432232314}'\n"
            + "print(is_genuine('%s', h, b, 1614265330), ".formatted(key)
            + "is_genuine('%s', h, b + b' ', 1614265330), ".formatted(key)
            + "is_genuine('%s', h, b, 1614269999))".formatted(key);
    Process process =
        new ProcessBuilder(python.toString(), "-c", program).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("True False False");
  }

  @Test
  void everyLinkOfThePageLeadsSomewhere() throws IOException {
    String page = Files.readString(PAGE);
    Matcher link = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)").matcher(page);
    int links = 0;
    while (link.find()) {
      String target = link.group(1);
      if (!target.startsWith("https://")) {
        assertThat(PAGE.resolveSibling(target)).exists();
        links++;
      }
    }
    assertThat(links).isPositive();
  }

  private static Set<String> reasonsOfTheCode() throws IOException {
    Set<String> reasons = new TreeSet<>();
    for (String channel : CHANNELS) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(channel))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher reason = REASON.matcher(Files.readString(file));
          while (reason.find()) {
            reasons.add(reason.group(1));
          }
        }
      }
    }
    return reasons;
  }

  private static String block(String language) throws IOException {
    String begin = "<!-- verify: " + language + " -->\n```" + language + "\n";
    return Files.readString(PAGE).split(Pattern.quote(begin))[1].split("\n```")[0];
  }
}
