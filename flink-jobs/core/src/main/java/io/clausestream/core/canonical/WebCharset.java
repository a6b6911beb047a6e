package io.clausestream.core.canonical;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Labels of charsets as the Encoding Standard maps them, which is as browsers read them. */
final class WebCharset {

  /** What pages get that say nothing and are not UTF-8. */
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Charsets that the standard reads as another one, which has the same letters and more. */
  private static final Map<String, String> READ_AS =
      Map.ofEntries(
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("US-ASCII", "windows-1252"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("x-iso-8859-11", "x-windows-874"),
          Map.entry("TIS-620", "x-windows-874"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("Big5", "Big5-HKSCS"),
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("EUC-KR", "x-windows-949"),
          Map.entry("UTF-16", "UTF-16LE"));

  /** Labels of the standard that Java does not know. */
  private static final Map<String, String> LABELS =
      Map.of(
          "unicode-1-1-utf-8", "UTF-8",
          "unicode20utf8", "UTF-8",
          "x-unicode20utf8", "UTF-8",
          "iso-8859-8-i", "ISO-8859-8",
          "logical", "ISO-8859-8",
          "x-sjis", "windows-31j",
          "x-gbk", "GB18030",
          "unicode", "UTF-16LE",
          "x-cp1252", "windows-1252",
          "dos-874", "x-windows-874");

  private WebCharset() {}

  /** The charset that a label stands for; empty for one that browsers do not read. */
  static Optional<Charset> of(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      Charset charset = Charset.forName(LABELS.getOrDefault(name, name));
      return charset.name().startsWith("UTF-32") || charset.name().startsWith("X-UTF-32")
          ? Optional.empty()
          : Optional.of(Charset.forName(READ_AS.getOrDefault(charset.name(), charset.name())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** The same for a label inside a page: its bytes could be read so far, so they are not wide. */
  static Optional<Charset> withinPage(String label) {
    if (label.strip().equalsIgnoreCase("x-user-defined")) {
      return Optional.of(WINDOWS_1252);
    }
    return of(label).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
  }
}
