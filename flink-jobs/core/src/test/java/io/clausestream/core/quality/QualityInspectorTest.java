package io.clausestream.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.PageRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityInspectorTest {

  private static final PageRef REF = SamplePages.ref("Example/Terms", SamplePages.MONDAY);

  @Test
  void aRealPolicyGivesNoEvidenceAndItsErrorPageDoes() throws Exception {
    assertThat(inspect(SamplePages.POLICY)).isEmpty();
    assertThat(inspect(notice("404 - the page that you look for was not found.")))
        .extracting(Evidence::code)
        .containsExactly(EvidenceCode.ERROR_PAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Just a moment... we are checking that you are a human.     | CAPTCHA",
        "Please enable JavaScript to run this app.                  | LOADING",
        "Cette page est introuvable, désolé de ce contretemps.      | ERROR_PAGE",
        "Ein Fehler ist aufgetreten, bitte laden Sie die Seite neu. | ERROR_PAGE",
        "Please sign in to continue to your account page.           | LOGIN",
        "Before you continue, choose which cookies we may set here. | CONSENT_WALL",
      })
  void shortNoticesInsteadOfTheDocumentAreRecognised(String text, EvidenceCode code)
      throws Exception {
    assertThat(inspect(notice(text))).extracting(Evidence::code).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "403 Forbidden",
        "404: page not found",
        "HTTP 503",
        "Oops | 404",
        "Error code: 500",
        "500 internal error",
        "Access is forbidden here for the present",
      })
  void errorPagesSayTheirNumberAloneOrBesideAWordForAnError(String text) throws Exception {
    assertThat(inspect(notice("</p><h2>" + text + "</h2><p>")))
        .extracting(Evidence::code)
        .contains(EvidenceCode.ERROR_PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our liability is limited to $500 for each claim that you bring.",
        "You pay at most 404 EUR a year, and 503 with the extended plan.",
        "A team has 500 members or fewer; it is forbidden to share an account.",
      })
  void aShortDocumentMaySpeakOfSumsAndOfWhatIsForbidden(String text) throws Exception {
    assertThat(inspect(notice(text))).isEmpty();
  }

  @Test
  void aLongPolicyMaySpeakOfErrorsAndLogins() throws Exception {
    String policy =
        SamplePages.POLICY.replace(
            "<h2>Sharing", "<p>" + "Please sign in. ".repeat(120) + "</p><h2>Sharing");

    assertThat(inspect(policy)).isEmpty();
  }

  @Test
  void anErrorStatusOutweighsWhateverTheBodyHolds() throws Exception {
    FetchedPage page =
        new FetchedPage(
            REF,
            FetchOutcome.OK,
            OptionalInt.of(503),
            SamplePages.POLICY.getBytes(StandardCharsets.UTF_8),
            Declaration.NONE);

    assertThat(inspect(page)).extracting(Evidence::code).containsExactly(EvidenceCode.HTTP_STATUS);
  }

  @Test
  void anEmptyShellHasNoText() throws Exception {
    assertThat(inspect("<html><body><div id=root></div><script>start()</script></body></html>"))
        .extracting(Evidence::code)
        .containsExactly(EvidenceCode.NO_TEXT);
  }

  @Test
  void bytesThatAreNoTextAreUnreadable() throws Exception {
    byte[] utf8 = SamplePages.POLICY.getBytes(StandardCharsets.UTF_8);
    byte[] nuls =
        ("<main><p>" + "text\0\0".repeat(200) + "</p></main>").getBytes(StandardCharsets.UTF_8);
    byte[] latin =
        "<main><p>ééééé àààà üüüü ééé ÿÿÿ</p></main>"
            .repeat(9)
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(codes(utf8, "text/html; charset=UTF-16LE")).contains(EvidenceCode.UNREADABLE);
    assertThat(codes(nuls, "text/html")).contains(EvidenceCode.UNREADABLE);
    assertThat(codes(nuls, "text/html; charset=utf-8")).contains(EvidenceCode.UNREADABLE);
    assertThat(codes(latin, "text/html; charset=utf-8")).contains(EvidenceCode.UNREADABLE);
    assertThat(codes(utf8, "image/png")).contains(EvidenceCode.UNSUPPORTED_TYPE);
    assertThat(codes("%PDF-1.7 binary".getBytes(StandardCharsets.UTF_8), "text/html"))
        .contains(EvidenceCode.UNREADABLE);
  }

  @Test
  void oneZeroByteInAThousandIsToleratedWhereverItStands() throws Exception {
    byte[] page =
        ("<main><p>" + "words of a page. ".repeat(130) + "</p></main>")
            .getBytes(StandardCharsets.US_ASCII);
    for (int at = page.length - 17; at < page.length - 2; at++) {
      byte[] two = page.clone();
      two[at] = 0;
      two[at + 1] = 0;
      byte[] three = two.clone();
      three[at + 2] = 0;

      assertThat(codes(two, "text/html; charset=utf-8")).isEmpty();
      assertThat(codes(three, "text/html; charset=utf-8")).containsExactly(EvidenceCode.UNREADABLE);
    }
  }

  @Test
  void theSameNoticeGivesTheSameEvidenceEachTime() throws Exception {
    QualityInspector inspector = new QualityInspector();
    FetchedPage page = SamplePages.page(notice("Page not found."), SamplePages.MONDAY);
    CanonicalPage canonical = Canonicalizer.canonicalize(page);

    assertThat(inspector.inspect(page, canonical))
        .isEqualTo(inspector.inspect(page, canonical))
        .extracting(Evidence::code)
        .containsExactly(EvidenceCode.ERROR_PAGE);
  }

  private static List<EvidenceCode> codes(byte[] body, String contentType) throws Exception {
    return inspect(SamplePages.page(SamplePages.withContentType(REF, contentType), body)).stream()
        .map(Evidence::code)
        .toList();
  }

  private static String notice(String text) {
    return "<html><title>Example</title><body><main><h1>Example</h1><p>"
        + text
        + "</p><p>This text is long enough not to be an empty shell, and much shorter than a"
        + " document that people agree to.</p></main></body></html>";
  }

  private static List<Evidence> inspect(String html) throws Exception {
    return inspect(SamplePages.page(html, SamplePages.MONDAY));
  }

  private static List<Evidence> inspect(FetchedPage page) throws Exception {
    return new QualityInspector().inspect(page, Canonicalizer.canonicalize(page));
  }
}
