package io.clausestream.core.canonical;

import io.clausestream.core.page.FetchedPage;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Bytes to a tree. The charset is found in the order of the HTML standard: byte order mark,
 * declared by the server, declared in the page. A page that declares none is UTF-8 if its bytes
 * are: the standard lets a reader look at them, and text in another charset is next to never valid
 * UTF-8. Otherwise it has the standard's default, windows-1252.
 */
final class HtmlDecoder {

  private HtmlDecoder() {}

  /**
   * The tree of a page.
   *
   * @param seen hears of each element once it is parsed whole
   */
  static Document parse(FetchedPage page, Work work, Consumer<Element> seen) {
    byte[] body = page.body();
    Optional<ByteOrderMark> mark = ByteOrderMark.of(body);
    int start = mark.map(ByteOrderMark::length).orElse(0);
    Charset charset = mark.map(ByteOrderMark::charset).orElseGet(() -> charset(page));
    Reader text =
        new InputStreamReader(new ByteArrayInputStream(body, start, body.length - start), charset);
    Parser parser = Parser.htmlParser().setMaxDepth(BlockCollector.MAX_DEPTH + 2);
    try (StreamParser stream =
        new StreamParser(parser).parse(work.watch(text), page.ref().url().toString())) {
      // Element by element, as there is no end to what some bytes can make of a parser.
      for (Iterator<Element> elements = stream.iterator(); elements.hasNext(); ) {
        work.parsed();
        seen.accept(elements.next());
      }
      return stream.document();
    }
  }

  private static Charset charset(FetchedPage page) {
    return MediaType.of(page)
        .charset()
        .or(() -> CharsetPrescan.find(page.body()))
        .orElseGet(() -> isUtf8(page.body()) ? StandardCharsets.UTF_8 : WebCharset.WINDOWS_1252);
  }

  private static boolean isUtf8(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }
}
