package io.clausestream.core.canonical;

import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The work that one page costs. It is counted, not timed, so that a page is refused everywhere or
 * nowhere; the deadline is there besides, for what counting does not see. One thread, one page.
 *
 * <p>A unit is about a character that is looked at, a nanosecond or two.
 */
final class Work {

  /** Units that a page may cost: some seconds. The largest real pages seen cost a fiftieth. */
  static final long MOST = 1_000_000_000L;

  /** An element takes memory, too: this allows 500,000; the largest real pages seen have 4,000. */
  private static final int ELEMENT = 2_000;

  /** The largest body that a page may have stays below the most, if all else is cheap. */
  private static final int PARSED_CHARACTER = 16;

  private static final int NODE = 64;

  /** A byte that a PDF unpacks to takes memory, too: this allows 30 MB. */
  private static final int UNPACKED_BYTE = 32;

  /** A glyph of a PDF, with its place and its font. */
  private static final int GLYPH = 400;

  private static final int OPERATOR = 300;
  private static final long BETWEEN_LOOKS = 1_000_000;

  private final Deadline deadline;
  private long done;
  private long nextLook = BETWEEN_LOOKS;

  Work(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Characters that are read as the parser asks for them, so that it never asks too long. */
  Reader watch(Reader text) {
    return new FilterReader(text) {
      @Override
      public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        add(PARSED_CHARACTER * (long) Math.max(0, count));
        return count;
      }
    };
  }

  /** An element was parsed. */
  void parsed() {
    add(ELEMENT);
  }

  /** A node was walked over. */
  void walked(Node node) {
    add(node instanceof TextNode text ? NODE + text.getWholeText().length() : NODE);
  }

  /** Bytes of a PDF came out of a packed stream. */
  void unpacked(int bytes) {
    add(UNPACKED_BYTE * (long) bytes);
  }

  /** Something was read that costs these units. */
  void read(long units) {
    add(units);
  }

  /** A glyph of a PDF was placed. */
  void placed() {
    add(GLYPH);
  }

  /** An operator of a PDF's page was run. */
  void operated() {
    add(OPERATOR);
  }

  /** Throws if the work is already spent: for code that may have swallowed it once. */
  void check() {
    nextLook = done;
    add(0);
  }

  /** The end of a page that is beyond a limit of its own. */
  SpentException refuse(String detail) {
    return new SpentException(RejectionReason.WORK_BUDGET, detail);
  }

  private void add(long units) {
    done += units;
    if (done < nextLook) {
      return;
    }
    nextLook = done + BETWEEN_LOOKS;
    if (done > MOST) {
      throw new SpentException(
          RejectionReason.WORK_BUDGET,
          "The markup makes more elements, or has to be walked more often, than a page may; no real"
              + " page is known that does.");
    }
    if (deadline.isOver()) {
      throw new SpentException(
          RejectionReason.TIME_BUDGET,
          "The page was not read within its time; if it is a real one, give pages more time and"
              + " send it again.");
    }
  }

  /** Ends a parse or walk from within; only {@link Canonicalizer} catches it. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;
    private final String detail;

    private SpentException(RejectionReason reason, String detail) {
      super(detail);
      this.reason = reason;
      this.detail = detail;
    }

    RejectedPageException rejection() {
      return new RejectedPageException(reason, detail);
    }
  }
}
