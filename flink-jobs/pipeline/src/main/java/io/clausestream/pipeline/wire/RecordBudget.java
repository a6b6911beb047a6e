package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How much of a record's size is left for its blocks, so that no page makes a record that its topic
 * refuses. One record, one thread.
 */
final class RecordBudget {

  /** Most blocks in a change. */
  static final int CHANGE_BLOCKS = 200;

  /** Most blocks in a suppression. */
  static final int SUPPRESSION_BLOCKS = 20;

  /** With the spans and what stands beside the blocks, a change stays well below 4 MiB. */
  private static final int CHANGE_BYTES = 2500 << 10;

  /** With what stands beside the blocks, a suppression stays well below 1 MiB. */
  private static final int SUPPRESSION_BYTES = 700 << 10;

  private static final int SPAN_BYTES = 512 << 10;

  /** Less than this helps nobody: the block is left out instead. */
  private static final int SHORTEST_BLOCK = 2 << 10;

  private static final int LONGEST_HEADING = 300;
  private static final int MAX_BYTES_PER_UNIT = 3;
  private static final String ELLIPSIS = "…";

  private int blocks;
  private int bytes;
  private int spanBytes = SPAN_BYTES;

  private RecordBudget(int blocks, int bytes) {
    this.blocks = blocks;
    this.bytes = bytes;
  }

  static RecordBudget ofChange() {
    return new RecordBudget(CHANGE_BLOCKS, CHANGE_BYTES);
  }

  static RecordBudget ofSuppression() {
    return new RecordBudget(SUPPRESSION_BLOCKS, SUPPRESSION_BYTES);
  }

  /** Whether another block may come; counts it if so. */
  boolean takesBlock() {
    return bytes >= SHORTEST_BLOCK && blocks-- > 0;
  }

  /** Whether a span with a rule id of this length may come; counts it if so. */
  boolean takesSpan(int ruleIdLength) {
    spanBytes -= 12 + MAX_BYTES_PER_UNIT * ruleIdLength;
    return spanBytes >= 0;
  }

  /** A heading, cut where it is no heading any more. */
  String heading(String text) {
    return count(text.length() <= LONGEST_HEADING ? text : cut(text, LONGEST_HEADING));
  }

  /** The text before a change: it leaves half of what is left to the text after. */
  String before(String text) {
    return text(text, bytes / 2);
  }

  /** The text after a change. */
  String after(String text) {
    return text(text, bytes);
  }

  private String text(String text, int most) {
    return count(fits(text, most) ? text : cut(text, Math.max(0, most / MAX_BYTES_PER_UNIT - 1)));
  }

  private String count(String text) {
    bytes -= text.getBytes(UTF_8).length;
    return text;
  }

  private static boolean fits(String text, int most) {
    return text.length() <= most / MAX_BYTES_PER_UNIT || text.getBytes(UTF_8).length <= most;
  }

  /** Never between the two halves of a character. */
  private static String cut(String text, int units) {
    int end = units > 0 && Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
    return text.substring(0, end) + ELLIPSIS;
  }
}
