package io.clausestream.core.canonical;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Normalises link targets: what changes at each fetch (session and tracking parameters) goes. */
public final class LinkTarget {

  private LinkTarget() {}

  /** Whether a link leads to another place of its own page, as those of a table of contents do. */
  static boolean isWithinPage(Element anchor) {
    return anchor.attr("href").strip().startsWith("#");
  }

  /** Scheme, host and path of a link's target; empty for targets within the page and scripts. */
  static Optional<String> of(Element anchor) {
    String href = anchor.attr("href").strip();
    if (href.isEmpty()
        || href.startsWith("#")
        || href.regionMatches(true, 0, "javascript:", 0, 11)
        || href.contains(EmailProtection.LINK)) {
      return Optional.empty();
    }
    return Optional.of(bare(href));
  }

  /** An address without its parameters and without the place within the page. */
  public static String bare(String address) {
    int end = address.length();
    for (char mark : new char[] {'?', '#', ';'}) {
      int at = address.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return address.substring(0, end);
  }
}
