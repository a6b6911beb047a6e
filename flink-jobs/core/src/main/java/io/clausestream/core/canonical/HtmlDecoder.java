package io.clausestream.core.canonical;

import io.clausestream.core.page.FetchedPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Bytes to a tree. The charset is found in the order of the HTML standard: byte order mark,
 * declared by the server, declared in the page; UTF-8 otherwise.
 */
final class HtmlDecoder {

  private HtmlDecoder() {}

  static Document parse(FetchedPage page) {
    Parser parser = Parser.htmlParser().setMaxDepth(BlockCollector.MAX_DEPTH + 2);
    String declared = MediaType.of(page).charset().map(Charset::name).orElse(null);
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body()), declared, page.ref().url().toString(), parser);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory cannot fail", e);
    }
  }
}
