package io.clausestream.core.canonical;

import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * HTML or PDF to canonical text: a pure function of body, content type, declaration and {@link
 * #VERSION}. Thread-safe; costs one parse and two walks of the tree, four for a page without text.
 */
public final class Canonicalizer {

  /** Version of the rules in this package; any change of canonical text raises it. */
  public static final int VERSION = 3;

  /** Version of the rules that the release before had; see {@link #canonicalizeTwice}. */
  public static final int PREVIOUS_VERSION = 2;

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
    return canonicalize(page, deadline, false).page();
  }

  /**
   * The same, and besides the blocks under {@link #PREVIOUS_VERSION}: the tree is walked twice, but
   * parsed once. A page that only the second walk is too much for has no such blocks, and neither
   * has a PDF, which the rules before did not read.
   */
  public static CanonicalPages canonicalizeTwice(FetchedPage page, Deadline deadline)
      throws RejectedPageException {
    return canonicalize(page, deadline, true);
  }

  private static CanonicalPages canonicalize(FetchedPage page, Deadline deadline, boolean twice)
      throws RejectedPageException {
    MediaType type = MediaType.of(page);
    if (page.body().length == 0 || !type.isText()) {
      return new CanonicalPages(CanonicalPage.EMPTY, Optional.empty());
    }
    try {
      Work work = new Work(deadline);
      if (type.isPdf()) {
        return new CanonicalPages(PdfDecoder.read(page.body(), work), Optional.empty());
      }
      ScriptedPage scripted = new ScriptedPage();
      Document document = HtmlDecoder.parse(page, work, scripted::see);
      exclude(document, page.declaration());
      // First, as today's rules change the tree.
      Optional<List<Block>> previous =
          twice ? previous(document, page.declaration(), deadline) : Optional.empty();
      return new CanonicalPages(current(document, scripted, page.declaration(), work), previous);
    } catch (Work.SpentException e) {
      throw e.rejection();
    }
  }

  private static CanonicalPage current(
      Document document, ScriptedPage scripted, Declaration declaration, Work work)
      throws RejectedPageException {
    CanonicalRules rules = CanonicalRules.CURRENT;
    if (rules.placesStreamedParts()) {
      scripted.placeParts(work);
    }
    CanonicalPage page = read(document, declaration, rules, work);
    if (!rules.readsWithoutScripts() || !scripted.showWithoutScripts(page)) {
      return page;
    }
    CanonicalPage without = read(document, declaration, rules, work);
    return ScriptedPage.isDocument(without) ? without : page;
  }

  private static Optional<List<Block>> previous(
      Document document, Declaration declaration, Deadline deadline) {
    try {
      Work work = new Work(deadline);
      return Optional.of(read(document, declaration, CanonicalRules.PREVIOUS, work).blocks());
    } catch (Work.SpentException | RejectedPageException e) {
      return Optional.empty();
    }
  }

  private static CanonicalPage read(
      Document document, Declaration declaration, CanonicalRules rules, Work work)
      throws RejectedPageException {
    String title = TextNormalizer.normalize(document.title());
    Optional<Element> declared = include(document, declaration, work);
    Optional<Element> main =
        declared.isPresent() ? declared : MainContent.find(document, rules, work);
    Element root = main.orElse(document.body());
    BlockCollector collector = new BlockCollector(root, main.isPresent(), rules, work);
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
