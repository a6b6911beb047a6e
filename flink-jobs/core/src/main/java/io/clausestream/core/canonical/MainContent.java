package io.clausestream.core.canonical;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;

/** Finds the element that the page itself marks as its main content. */
final class MainContent {

  /**
   * A marked element with less than this share of the page's text is a teaser, not the document.
   */
  private static final double LEAST_SHARE = 0.3;

  private MainContent() {}

  /** The element that the page marks as main, if most of the page's text stands in it. */
  static Optional<Element> find(Document document, CanonicalRules rules, Work work) {
    Elements marked = document.select("main, [role=main]");
    if (marked.isEmpty()) {
      marked = document.select("article");
    }
    if (marked.isEmpty()) {
      return Optional.empty();
    }
    Element largest = marked.first();
    int most = 0;
    for (Element element : marked) {
      int length = textLength(element, rules, work);
      if (length > most) {
        most = length;
        largest = element;
      }
    }
    return most >= LEAST_SHARE * textLength(document.body(), rules, work)
        ? Optional.ofNullable(largest)
        : Optional.empty();
  }

  /** Characters of text below an element, furniture and white space left out. */
  static int textLength(Element root, CanonicalRules rules, Work work) {
    int[] length = {0};
    root.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            work.walked(node);
            if (node instanceof TextNode text) {
              length[0] += visibleLength(text.getWholeText());
            } else if (node instanceof Element element && Furniture.anywhere(element, rules)) {
              return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
          }
        });
    return length[0];
  }

  private static int visibleLength(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length += text.charAt(i) > ' ' ? 1 : 0;
    }
    return length;
  }
}
