package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.text.Redline.Mark;
import io.clausestream.connector.delivery.text.Redline.Piece;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the two texts of a block into one. Where their unchanged words do not agree, which a
 * record from elsewhere could show, the whole text before is followed by the whole text after.
 */
final class RedlineMaker {

  private final int[] before;
  private final int[] after;
  private final BitSet gone;
  private final BitSet added;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Mark mark = Mark.SAME;

  private RedlineMaker(BlockChange block) {
    before = codePoints(block.getBefore());
    after = codePoints(block.getAfter());
    gone = marked(block, Side.BEFORE, before.length);
    added = marked(block, Side.AFTER, after.length);
  }

  static Redline of(BlockChange block) {
    RedlineMaker maker = new RedlineMaker(block);
    boolean moved = block.getOperation() == BlockOperation.MOVED;
    if (moved && maker.gone.isEmpty() && maker.added.isEmpty()) {
      return new Redline(
          List.of(new Piece(Mark.SAME, new String(maker.after, 0, maker.after.length))));
    }
    if (block.getBefore() == null || block.getAfter() == null) {
      return maker.whole();
    }
    return maker.woven().orElseGet(() -> new RedlineMaker(block).oneAfterTheOther());
  }

  /** A block that came or went as a whole. */
  private Redline whole() {
    List<Piece> all = new ArrayList<>();
    if (before.length > 0) {
      all.add(new Piece(Mark.GONE, new String(before, 0, before.length)));
    }
    if (after.length > 0) {
      all.add(new Piece(Mark.NEW, new String(after, 0, after.length)));
    }
    return new Redline(all);
  }

  private Optional<Redline> woven() {
    int i = 0;
    int j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && gone.get(i)) {
        put(Mark.GONE, before[i++]);
      } else if (j < after.length && added.get(j)) {
        put(Mark.NEW, after[j++]);
      } else if (i < before.length && j < after.length && before[i] == after[j]) {
        put(Mark.SAME, after[j++]);
        i++;
      } else if (i < before.length && Character.isWhitespace(before[i])) {
        put(Mark.GONE, before[i++]);
      } else if (j < after.length && Character.isWhitespace(after[j])) {
        put(Mark.NEW, after[j++]);
      } else {
        return Optional.empty();
      }
    }
    flush();
    return Optional.of(new Redline(pieces));
  }

  private Redline oneAfterTheOther() {
    for (int i = 0; i < before.length; i++) {
      put(gone.get(i) ? Mark.GONE : Mark.SAME, before[i]);
    }
    put(Mark.SAME, '\n');
    for (int j = 0; j < after.length; j++) {
      put(added.get(j) ? Mark.NEW : Mark.SAME, after[j]);
    }
    flush();
    return new Redline(pieces);
  }

  private void put(Mark next, int codePoint) {
    if (next != mark) {
      flush();
      mark = next;
    }
    run.appendCodePoint(codePoint);
  }

  private void flush() {
    if (!run.isEmpty()) {
      pieces.add(new Piece(mark, run.toString()));
      run.setLength(0);
    }
  }

  private static int[] codePoints(@Nullable String text) {
    return text == null ? new int[0] : text.codePoints().toArray();
  }

  private static BitSet marked(BlockChange block, Side side, int length) {
    BitSet marked = new BitSet(length);
    block.getSpans().stream()
        .filter(span -> span.getSide() == side && span.getRuleId() == null)
        .forEach(span -> mark(marked, span.getStart(), Math.min(span.getEnd(), length)));
    return marked;
  }

  private static void mark(BitSet marked, int start, int end) {
    if (start >= 0 && start < end) {
      marked.set(start, end);
    }
  }
}
