package io.clausestream.core.canonical;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Looks for the charset that a page declares in its first bytes: XML declaration, meta element. */
final class CharsetPrescan {

  /** The standard wants 1,024 at least, and a restart for what comes later; so more are read. */
  private static final int BYTES = 5 << 10;

  private static final Pattern XML =
      Pattern.compile("^<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");
  private static final Pattern CONTENT =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]{1,40})", Pattern.CASE_INSENSITIVE);

  private CharsetPrescan() {}

  static Optional<Charset> find(byte[] body) {
    String begin = new String(body, 0, Math.min(body.length, BYTES), StandardCharsets.ISO_8859_1);
    Matcher xml = XML.matcher(begin);
    Optional<Charset> declared =
        xml.find() ? WebCharset.withinPage(xml.group(1)) : Optional.empty();
    return declared.isEmpty() && begin.toLowerCase(Locale.ROOT).contains("charset")
        ? ofMeta(begin)
        : declared;
  }

  private static Optional<Charset> ofMeta(String begin) {
    for (Element meta : Jsoup.parse(begin).getElementsByTag("meta")) {
      Optional<Charset> charset = WebCharset.withinPage(label(meta));
      if (charset.isPresent()) {
        return charset;
      }
    }
    return Optional.empty();
  }

  private static String label(Element meta) {
    if (meta.hasAttr("charset")) {
      return meta.attr("charset");
    }
    Matcher content = CONTENT.matcher(meta.attr("content"));
    return meta.attr("http-equiv").equalsIgnoreCase("content-type") && content.find()
        ? content.group(1)
        : "";
  }
}
