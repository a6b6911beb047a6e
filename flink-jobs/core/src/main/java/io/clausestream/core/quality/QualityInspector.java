package io.clausestream.core.quality;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.MediaType;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for evidence that a capture does not show the document. Stateless: what only the history of
 * the page can tell is judged in stage change.
 */
public final class QualityInspector {

  /** Below this many characters there is no document: the shortest real ones have some hundreds. */
  static final int LEAST_TEXT = 120;

  /**
   * Pages of errors, captchas and log-ins are shorter than this; policies that speak of them not.
   */
  static final int LONGEST_NOTICE = 1500;

  private static final double UNREADABLE_SHARE = 0.02;
  private static final double NUL_SHARE = 0.001;
  private static final int MARKUP_SIGNS = 10;

  /** What a decoder puts where bytes are no character. */
  private static final int REPLACEMENT = 0xFFFD;

  private final NoticePhrases phrases = NoticePhrases.load();

  /** The evidence against a capture; empty when nothing speaks against it. */
  public List<Evidence> inspect(FetchedPage page, CanonicalPage canonical) {
    if (page.outcome() == FetchOutcome.NOT_MODIFIED) {
      return List.of();
    }
    List<Evidence> found = new ArrayList<>();
    inspectAnswer(page, found);
    if (found.isEmpty()) {
      inspectContent(page, canonical, found);
    }
    return List.copyOf(found);
  }

  private static void inspectAnswer(FetchedPage page, List<Evidence> found) {
    int status = page.httpStatus().orElse(200);
    if (status >= 400) {
      found.add(new Evidence(EvidenceCode.HTTP_STATUS, "the server answered " + status));
    } else if (page.outcome() != FetchOutcome.OK) {
      found.add(new Evidence(EvidenceCode.FETCH_FAILED, "the fetch ended as " + page.outcome()));
    }
  }

  private void inspectContent(FetchedPage page, CanonicalPage canonical, List<Evidence> found) {
    MediaType type = MediaType.of(page);
    if (!type.isText()) {
      found.add(new Evidence(EvidenceCode.UNSUPPORTED_TYPE, "the body is " + type.essence()));
    } else if (type.isPdf() && canonical.blocks().isEmpty()) {
      found.add(
          new Evidence(
              EvidenceCode.UNREADABLE,
              "the PDF has no text that can be read: it is broken, locked or made of pictures"));
    } else if (!canonical.blocks().isEmpty() && isUnreadable(page.body(), type, canonical)) {
      found.add(
          new Evidence(
              EvidenceCode.UNREADABLE,
              "the body cannot be read as "
                  + type.charset().map(Object::toString).orElse("the charset that it declares")));
    } else if (canonical.textLength() < LEAST_TEXT) {
      found.add(
          new Evidence(
              EvidenceCode.NO_TEXT, "the page has " + canonical.textLength() + " characters"));
    }
    if (canonical.textLength() < LONGEST_NOTICE) {
      phrases.find(canonical).ifPresent(found::add);
    }
  }

  private static boolean isUnreadable(byte[] body, MediaType type, CanonicalPage canonical) {
    if (type.isPdf()) {
      return replaced(canonical) > UNREADABLE_SHARE * canonical.textLength();
    }
    boolean markupLost = canonical.blocks().size() <= 1 && count(body, '<') >= MARKUP_SIGNS;
    boolean wide = type.charset().map(c -> c.name().matches("UTF-(16|32).*")).orElse(false);
    return replaced(canonical) > UNREADABLE_SHARE * Math.max(1, canonical.textLength())
        || !wide && count(body, 0) > NUL_SHARE * body.length
        || markupLost && hasNoAscii(canonical);
  }

  private static long replaced(CanonicalPage canonical) {
    long count = 0;
    for (Block block : canonical.blocks()) {
      int at = block.text().indexOf(REPLACEMENT);
      while (at >= 0) {
        count++;
        at = block.text().indexOf(REPLACEMENT, at + 1);
      }
    }
    return count;
  }

  private static boolean hasNoAscii(CanonicalPage canonical) {
    return canonical.blocks().stream()
        .map(Block::text)
        .allMatch(text -> text.chars().filter(c -> c < 0x80).count() * 2 < text.length());
  }

  private static int count(byte[] body, int value) {
    int count = 0;
    for (byte b : body) {
      count += b == value ? 1 : 0;
    }
    return count;
  }
}
