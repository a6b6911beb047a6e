package io.clausestream.core.canonical;

import io.clausestream.core.page.FetchedPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Bytes to a tree. The charset is found in the order of the HTML standard: byte order mark,
 * declared by the server, declared in the page; UTF-8 otherwise.
 */
final class HtmlDecoder {

  /** How much of a page is looked at for a charset that it declares; as much as jsoup does. */
  private static final int SNIFFED_BYTES = 5 << 10;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private HtmlDecoder() {}

  static Document parse(FetchedPage page, Work work) {
    byte[] body = page.body();
    int start = hasMarkOfUtf8(body) ? UTF_8_MARK.length : 0;
    Reader text =
        new InputStreamReader(
            new ByteArrayInputStream(body, start, body.length - start), charset(page));
    Parser parser = Parser.htmlParser().setMaxDepth(BlockCollector.MAX_DEPTH + 2);
    try (StreamParser stream =
        new StreamParser(parser).parse(work.watch(text), page.ref().url().toString())) {
      // Element by element, as there is no end to what some bytes can make of a parser.
      for (Iterator<Element> elements = stream.iterator(); elements.hasNext(); elements.next()) {
        work.parsed();
      }
      return stream.document();
    }
  }

  private static Charset charset(FetchedPage page) {
    Optional<Charset> declared = MediaType.of(page).charset();
    byte[] body = page.body();
    if (declared.isPresent() && !hasMark(body)) {
      return declared.get();
    }
    try {
      String name = declared.map(Charset::name).orElse(null);
      int length = Math.min(body.length, SNIFFED_BYTES);
      return Jsoup.parse(new ByteArrayInputStream(body, 0, length), name, "").charset();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory cannot fail", e);
    }
  }

  /** Whether the body may begin with a byte order mark, none of which is text of a page. */
  private static boolean hasMark(byte[] body) {
    return body.length > 1 && (body[0] & 0xFF) >= 0xEF || body.length > 3 && body[0] == 0;
  }

  private static boolean hasMarkOfUtf8(byte[] body) {
    return body.length >= UTF_8_MARK.length
        && Arrays.equals(body, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
  }
}
