package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Entries of a table of contents: short lines that repeat a heading which stands in both texts. */
final class ContentsList {

  private static final int LONGEST = 160;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^\\W*(table of contents|contents|on this page|in this article|jump to( section)?|sommaire"
              + "|table des matières|sur cette page|inhalt|inhaltsverzeichnis|auf dieser seite|índice"
              + "|contenido|en esta página|indice|in questa pagina)\\W*$");

  private final Set<String> headings;

  ContentsList(List<Block> before, List<Block> after) {
    this.headings = headings(before);
    headings.retainAll(headings(after));
  }

  private static Set<String> headings(List<Block> blocks) {
    Set<String> headings = new HashSet<>();
    for (Block block : blocks) {
      if (block.kind() == BlockKind.HEADING) {
        headings.add(fold(block));
      }
    }
    return headings;
  }

  /** Whether a block that came or went is such an entry, or the title of such a list. */
  boolean explains(Hunk hunk) {
    return hunk.operation() != Operation.MODIFIED
        && hunk.before().map(this::isEntry).orElse(true)
        && hunk.after().map(this::isEntry).orElse(true);
  }

  private boolean isEntry(Block block) {
    return block.text().length() < LONGEST
        && (TITLE.matcher(block.text()).find()
            || block.kind() != BlockKind.HEADING && headings.contains(fold(block)));
  }

  private static String fold(Block block) {
    return block.text().toLowerCase(Locale.ROOT);
  }
}
