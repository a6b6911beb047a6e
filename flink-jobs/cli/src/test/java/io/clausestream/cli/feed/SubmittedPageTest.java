package io.clausestream.cli.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.cli.UserMistake;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Variant;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SubmittedPageTest {

  private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");
  private static final byte[] BODY = "<p>Terms</p>".getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource({
    "https://www.marrowby.example/legal/terms.html, marrowby.example, legal/terms.html",
    "https://Marrowby.example/, marrowby.example, home",
    "https://marrowby.example, marrowby.example, home",
    "https://marrowby.example:8443/p/?id=7, marrowby.example, p?id=7",
    "https://marrowby.example/terms of service, marrowby.example, terms%20of%20service"
  })
  void theUrlSaysWhichDocumentItIs(String url, String platform, String type) {
    FetchedPage page = submitted(url);

    assertThat(page.getPlatform()).isEqualTo(platform);
    assertThat(page.getDocumentType()).isEqualTo(type);
    assertThat(page.getDocumentId()).isEqualTo(platform + "/" + type);
  }

  @Test
  void whatTheUserSaysIsTaken() {
    FetchedPage page =
        submitted(
            "https://a.example/x",
            "--platform=Marrowby",
            "--type=Terms",
            "--document-id=m-1",
            "--at=2026-01-01",
            "--content-type=text/html; charset=latin1",
            "--region=DE",
            "--language=de");

    assertThat(page.getPlatform()).isEqualTo("Marrowby");
    assertThat(page.getDocumentType()).isEqualTo("Terms");
    assertThat(page.getDocumentId()).isEqualTo("m-1");
    assertThat(page.getFetchedAt()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(page.getContentType()).isEqualTo("text/html; charset=latin1");
    assertThat(page.getVariant()).isEqualTo(new Variant("DE", "de"));
    assertThat(page.getOrigin()).isEqualTo(Origin.IMPORT);
  }

  @Test
  void aCaptureOfNowIsLiveAndHasTheIdOfItsContent() {
    FetchedPage page = submitted("https://a.example/x");

    assertThat(page.getOrigin()).isEqualTo(Origin.LIVE);
    assertThat(page.getFetchedAt()).isEqualTo(NOW);
    assertThat(page.getFetchId())
        .isEqualTo(FetchId.of(page.getDocumentId(), NOW, page.getBodySha256()));
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, text/html",
    "a.PDF, application/pdf",
    "a.txt, text/plain",
    "a, text/html",
    "a.b/c, text/html"
  })
  void theNameOfTheFileSaysWhatTheBytesAre(String name, String type) {
    assertThat(SubmittedPage.of(BODY, name, said("https://a.example/x")).getContentType())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"a.example/terms", "/terms", "file:///etc/hosts", "http://exa mple.com/"})
  void aWrongAddressIsNamed(String url) {
    assertThatThrownBy(() -> submitted(url, "--platform=P", "--type=T"))
        .isInstanceOf(UserMistake.class)
        .hasMessageContainingAll("'" + url + "'", "https://example.org/terms");
  }

  @Test
  void anAddressWithoutAHostNeedsAPlatform() {
    assertThatThrownBy(() -> submitted("urn:x:y"))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("--platform");
  }

  @Test
  void theFutureIsRefused() {
    assertThatThrownBy(() -> submitted("https://a.example/x", "--at=2026-01-05T07:00:01Z"))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("2026-01-05T07:00:01Z");
    assertThat(submitted("https://a.example/x", "--at=2026-01-05T07:00:00Z")).isNotNull();
  }

  private static FetchedPage submitted(String url, String... options) {
    return SubmittedPage.of(BODY, "page.html", said(url, options));
  }

  private static SubmittedPage.Said said(String url, String... options) {
    CaptureOptions capture = new CaptureOptions();
    CommandLine line = new CommandLine(capture);
    line.registerConverter(Instant.class, SubmittedPageTest::instant);
    String[] arguments = new String[options.length + 2];
    System.arraycopy(options, 0, arguments, 2, options.length);
    arguments[0] = "page.html";
    arguments[1] = url;
    line.parseArgs(arguments);
    return capture.said(NOW);
  }

  private static Instant instant(String text) {
    return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
  }
}
