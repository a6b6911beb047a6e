package io.clausestream.core.canonical;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What a page leaves to scripts, or shows in their stead, noted while it is parsed. No script is
 * run. One page, one thread.
 */
final class ScriptedPage {

  /** A page with more text of its own shows its document, however short. */
  private static final int NEXT_TO_NOTHING = 200;

  /** A notice that scripts are wanted is shorter, a document longer. */
  private static final int DOCUMENT = 1_000;

  private final StreamedParts parts = new StreamedParts();
  private final List<Element> withoutScripts = new ArrayList<>();

  /** Notes an element of the page, once it is parsed whole. */
  void see(Element element) {
    parts.see(element);
    if (element.nameIs("noscript") && element.childrenSize() > 0) {
      withoutScripts.add(element);
    }
  }

  /** Puts the parts of a page that was rendered as a stream in their places. */
  void placeParts(Work work) {
    parts.place(work);
  }

  /**
   * Shows what the page has for readers without scripts, if next to nothing else stands there.
   *
   * @return whether it did, so that the page has to be read again
   */
  boolean showWithoutScripts(CanonicalPage page) {
    if (withoutScripts.isEmpty() || page.textLength() >= NEXT_TO_NOTHING) {
      return false;
    }
    withoutScripts.forEach(element -> element.tagName("div"));
    return true;
  }

  /** Whether what is shown without scripts is more than a notice. */
  static boolean isDocument(CanonicalPage withoutScripts) {
    return withoutScripts.textLength() >= DOCUMENT;
  }
}
