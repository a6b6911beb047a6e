package io.clausestream.core.quality;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.MediaType;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for evidence that a capture does not show the document. It keeps nothing of a document:
 * what only the history of the page can tell is judged in stage change. Thread-safe.
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

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
    boolean markupLost =
        canonical.blocks().size() <= 1 && count(body, 0, body.length, '<') >= MARKUP_SIGNS;
    boolean wide = type.charset().map(c -> c.name().matches("UTF-(16|32).*")).orElse(false);
    return replaced(canonical) > UNREADABLE_SHARE * Math.max(1, canonical.textLength())
        || !wide && zeros(body) > NUL_SHARE * body.length
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

  /** How many bytes are zero; eight are looked at in one step, as every byte of every page is. */
  private static int zeros(byte[] body) {
    int count = 0;
    int at = 0;
    for (; at + Long.BYTES <= body.length; at += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(body, at);
      // Only a byte that is zero borrows from its own highest bit.
      if (((eight - 0x0101010101010101L) & ~eight & 0x8080808080808080L) != 0) {
        count += count(body, at, at + Long.BYTES, 0);
      }
    }
    return count + count(body, at, body.length, 0);
  }

  private static int count(byte[] body, int from, int end, int value) {
    int count = 0;
    for (int at = from; at < end; at++) {
      count += body[at] == value ? 1 : 0;
    }
    return count;
  }
}
