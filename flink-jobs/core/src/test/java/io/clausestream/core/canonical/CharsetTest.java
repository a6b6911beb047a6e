package io.clausestream.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charset of a page, rule by rule of the standard. */
class CharsetTest {

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252",
    "Latin1, windows-1252",
    "us-ascii, windows-1252",
    "utf8, UTF-8",
    "iso-8859-9, windows-1254",
    "gb2312, GB18030",
    "shift_jis, windows-31j",
    "euc-kr, x-windows-949",
    "utf-16, UTF-16LE",
    "iso-8859-8-i, ISO-8859-8"
  })
  void aLabelIsReadAsBrowsersReadIt(String label, String charset) {
    assertThat(WebCharset.of(label)).contains(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({"utf-32", "no such", "''"})
  void aLabelThatNoBrowserReadsIsNone(String label) {
    assertThat(WebCharset.of(label)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta charset=utf-16>|UTF-8",
        "<meta charset=x-user-defined>|windows-1252",
        "<meta charset='ISO-8859-1'>|windows-1252",
        "<meta charset=unknown><meta charset=windows-1251>|windows-1251",
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>|KOI8-R",
        "<?xml version='1.0' encoding='windows-1251'?><html>|windows-1251",
        "<!-- <meta charset=koi8-r> --><meta charset=utf-8>|UTF-8"
      })
  void aPageDeclaresItsCharsetInItsFirstBytes(String begin, String charset) {
    assertThat(CharsetPrescan.find(begin.getBytes(StandardCharsets.US_ASCII)))
        .contains(Charset.forName(charset));
  }

  @Test
  void aNameOfACharsetInTheTextDeclaresNothing() {
    byte[] page =
        "<p>charset=koi8-r <meta content='charset=koi8-r'>".getBytes(StandardCharsets.US_ASCII);

    assertThat(CharsetPrescan.find(page)).isEmpty();
  }

  @Test
  void aPageThatDeclaresNothingIsUtf8IfItsBytesAreAndWindows1252Otherwise() throws Exception {
    String html = "<p>Übermittlung “an Behörden”</p>";

    assertThat(text(html.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Übermittlung \"an Behörden\"");
    assertThat(text(html.getBytes(Charset.forName("windows-1252"))))
        .isEqualTo("Übermittlung \"an Behörden\"");
  }

  private static String text(byte[] body) throws Exception {
    return Canonicalizer.canonicalize(
            SamplePages.page(
                SamplePages.withContentType(SamplePages.ref("d", SamplePages.MONDAY), "text/html"),
                body))
        .text();
  }
}
