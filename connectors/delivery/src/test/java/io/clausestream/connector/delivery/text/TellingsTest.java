package io.clausestream.connector.delivery.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.Samples;
import io.clausestream.schema.BlockChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingsTest {

  @Test
  void anAlertTellsWhatWhereWhyAndFromWhenOn() {
    assertThat(plain(Samples.alert(), "en"))
        .contains("Marrowby, Terms of Service: refunds-and-payouts")
        .contains("Severity: High")
        .contains("Direction: against users")
        .contains("In effect from: 1 February 2026")
        .contains("Captured: 5 January 2026")
        .contains("07:00 (Europe/Berlin)")
        .contains("Why it matters\n- A longer delay serves the platform.")
        .contains("== Your account › Refunds (High, reworded)")
        .contains("[-at any time-]{+once a year+}. We {+may +}refund")
        .contains("Open the document: https://marrowby.example/terms?a=1&b=2")
        .contains("Change c1, captured 2026-01-05T06:00:00Z");
  }

  @Test
  void anUpdateSaysSo() {
    assertThat(plain(Samples.update(), "en"))
        .startsWith("Update: Marrowby")
        .contains("within the last 7 days");
  }

  @Test
  void aRetractionSaysWhy() {
    assertThat(plain(Samples.retraction(), "en"))
        .startsWith("Taken back: Marrowby")
        .contains("Please disregard it.\nReason: The page was a draft that the platform withdrew.");
  }

  @Test
  void aDigestListsItsChangesAndHowManyItLeftOut() {
    assertThat(plain(Samples.digest(), "en"))
        .startsWith("Changes of the week, 29 December 2025 to 5 January 2026")
        .contains("High: 1\nMedium: 1\nLow: 1")
        .contains("== Quillstead, Terms of Service: refunds-and-payouts\nMedium")
        .contains("Reason: The page was a draft.")
        .contains("not shown: 2");
  }

  @Test
  void theWordsAreThoseOfTheRecipientsLanguage() {
    assertThat(plain(Samples.alert(), "de-AT")).contains("Gilt ab: 1. Februar 2026");
    assertThat(plain(Samples.alert(), "fr")).contains("En vigueur à partir du: 1 février 2026");
    assertThat(plain(Samples.alert(), "ja")).isEqualTo(plain(Samples.alert(), "en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void everyLanguageHasTheSameWords(String language) throws IOException {
    assertThat(keys("words_" + language).keySet()).isEqualTo(keys("words").keySet());
    assertThat(keys("words_" + language).values()).noneMatch(v -> v.toString().contains("'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void noMarkupOfAPageBecomesMarkup(String language) {
    for (Message message : new Message[] {Samples.hostileAlert(), Samples.hostileDigest()}) {
      Telling telling = telling(message, language);
      Document read = Jsoup.parse(HtmlText.document(telling).outerHtml());
      assertThat(read.select("script, img, [onerror], a[href^=javascript]")).isEmpty();
      assertThat(read.text()).contains("<script>alert(1)</script>");
      assertThat(Jsoup.parse(HtmlText.fragment(telling)).select("script, img")).isEmpty();
      assertThat(telling.title()).doesNotContain("\n").doesNotContain("\u202E");
      assertThat(telling.link()).isEmpty();
    }
  }

  @Test
  void aHugeChangeIsToldInPart() {
    Message.OfAlert huge = (Message.OfAlert) Samples.largeAlert(3000);
    huge.alert().getChange().setProvisions(List.of());
    List<BlockChange> blocks = huge.alert().getChange().getBlocks();
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).setProvisionId("p" + i);
    }
    blocks.get(0).setAfter("word ".repeat(500_000));
    String html = HtmlText.fragment(telling(huge, "en"));
    assertThat(html.length()).isLessThan(100_000);
    assertThat(html).contains("not shown: 2,999");
    blocks.get(0).setAfter("word");
    Telling telling = telling(huge, "en");
    assertThat(HtmlText.fragment(telling).length()).isLessThan(100_000);
    assertThat(telling.passages().size()).isBetween(20, 60);
    assertThat(telling.closing().get(0))
        .contains(
            NumberFormat.getInstance(Locale.ENGLISH).format(3000 - telling.passages().size()));
  }

  @Test
  void theHtmlMarksGoneAndNewWords() {
    Document read = Jsoup.parse(HtmlText.document(telling(Samples.alert(), "en")).outerHtml());
    assertThat(read.select("del").eachText()).containsExactly("at any time", "30");
    assertThat(read.select("ins").eachText()).containsExactly("once a year", "may", "90");
    assertThat(read.select("a").attr("href")).isEqualTo("https://marrowby.example/terms?a=1&b=2");
  }

  private static String plain(Message message, String language) {
    return PlainText.of(telling(message, language));
  }

  private static Telling telling(Message message, String language) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    return Tellings.of(message, new Recipient("you", Locale.forLanguageTag(language), zone));
  }

  private static Properties keys(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = TellingsTest.class.getResourceAsStream(name + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
