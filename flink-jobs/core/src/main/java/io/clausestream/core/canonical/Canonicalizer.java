package io.clausestream.core.canonical;

import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * HTML or PDF to canonical text: a pure function of body, content type, declaration and {@link
 * #VERSION}. Thread-safe; costs one parse and two walks of the tree.
 */
public final class Canonicalizer {

  /** Version of the rules in this package; any change of canonical text raises it. */
  public static final int VERSION = 1;

  private Canonicalizer() {}

  /**
   * The canonical text of a page that has a body of HTML, plain text or PDF.
   *
   * @throws RejectedPageException if the markup is nested too deep or costs too much work
   */
  public static CanonicalPage canonicalize(FetchedPage page) throws RejectedPageException {
    return canonicalize(page, Deadline.NEVER);
  }

  /** The same, or a rejection when the deadline is over before. */
  public static CanonicalPage canonicalize(FetchedPage page, Deadline deadline)
      throws RejectedPageException {
    MediaType type = MediaType.of(page);
    if (page.body().length == 0 || !type.isText()) {
      return CanonicalPage.EMPTY;
    }
    try {
      Work work = new Work(deadline);
      if (type.isPdf()) {
        return PdfDecoder.read(page.body(), work);
      }
      return canonicalize(HtmlDecoder.parse(page, work), page.declaration(), work);
    } catch (Work.SpentException e) {
      throw e.rejection();
    }
  }

  private static CanonicalPage canonicalize(Document document, Declaration declaration, Work work)
      throws RejectedPageException {
    exclude(document, declaration);
    String title = TextNormalizer.normalize(document.title());
    Optional<Element> declared = include(document, declaration, work);
    Optional<Element> main = declared.isPresent() ? declared : MainContent.find(document, work);
    Element root = main.orElse(document.body());
    BlockCollector collector = new BlockCollector(root, main.isPresent(), work);
    root.filter(collector);
    if (collector.tooDeep()) {
      throw new RejectedPageException(
          RejectionReason.NESTED_TOO_DEEP,
          "The markup is nested deeper than "
              + BlockCollector.MAX_DEPTH
              + " elements; no browser shows such a page whole.");
    }
    return collector.page(title);
  }

  private static void exclude(Document document, Declaration declaration) {
    declaration.excludeSelectors().forEach(selector -> select(document, selector).remove());
  }

  private static Optional<Element> include(Document document, Declaration declaration, Work work) {
    if (declaration.includeSelectors().isEmpty()) {
      return Optional.empty();
    }
    Element declared = new Element("div");
    for (String selector : declaration.includeSelectors()) {
      for (Element element : select(document, selector)) {
        element.traverse((node, depth) -> work.parsed());
        declared.appendChild(element.clone());
      }
    }
    return Optional.of(declared);
  }

  /** A selector that is wrong selects nothing: the edge checks selectors before it stamps them. */
  private static Elements select(Document document, String selector) {
    try {
      return document.select(selector);
    } catch (SelectorParseException | IllegalArgumentException e) {
      return new Elements();
    }
  }
}
