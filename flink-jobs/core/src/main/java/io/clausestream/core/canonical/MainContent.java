package io.clausestream.core.canonical;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that the page itself marks as its main content. One walk measures the page and
 * every marked element on the way: characters of text, furniture and white space left out.
 */
final class MainContent implements NodeFilter {

  /**
   * A marked element with less than this share of the page's text is a teaser, not the document.
   */
  private static final double LEAST_SHARE = 0.3;

  private final CanonicalRules rules;
  private final Work work;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Longest main = new Longest();
  private final Longest article = new Longest();
  private long length;

  private MainContent(CanonicalRules rules, Work work) {
    this.rules = rules;
    this.work = work;
  }

  /** A marked element that the walk is in, and the length of the text before it. */
  private record Open(Element element, long before, Longest kind) {}

  /** The longest element of a kind so far. */
  private static final class Longest {
    private @Nullable Element element;
    private long length = -1;

    void offer(Element candidate, long itsLength) {
      if (itsLength > length) {
        element = candidate;
        length = itsLength;
      }
    }
  }

  /** The element that the page marks as main, if most of the page's text stands in it. */
  static Optional<Element> find(Document document, CanonicalRules rules, Work work) {
    MainContent walk = new MainContent(rules, work);
    document.body().filter(walk);
    Longest marked = walk.main.element == null ? walk.article : walk.main;
    return marked.length >= LEAST_SHARE * walk.length
        ? Optional.ofNullable(marked.element)
        : Optional.empty();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    work.walked(node);
    if (node instanceof TextNode text) {
      length += visibleLength(text.getWholeText());
    } else if (node instanceof Element element) {
      if (Furniture.anywhere(element, rules)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      Longest kind = kind(element);
      if (kind != null) {
        open.push(new Open(element, length, kind));
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    Open innermost = open.peek();
    if (innermost != null && innermost.element() == node) {
      open.pop();
      innermost.kind().offer(innermost.element(), length - innermost.before());
    }
    return FilterResult.CONTINUE;
  }

  private @Nullable Longest kind(Element element) {
    String name = element.normalName();
    if (name.equals("main")
        || element.attributesSize() > 0
            && element.attributes().get("role").strip().equalsIgnoreCase("main")) {
      return main;
    }
    return name.equals("article") ? article : null;
  }

  private static int visibleLength(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length += text.charAt(i) > ' ' ? 1 : 0;
    }
    return length;
  }
}
