package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Entries of a table of contents: short lines that repeat a heading which stands in both texts, by
 * its words and without its number; the other lines between in a run in which most do; and what
 * stands under a heading that says so.
 */
final class ContentsList {

  private static final int LONGEST = 160;

  /** So many entries in a run that name headings make it a table of contents. */
  private static final int FEWEST = 4;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^\\W*(table of contents|contents|on this page|in this article|jump to( section)?|sommaire"
              + "|table des matières|sur cette page|inhalt|inhaltsverzeichnis|auf dieser seite|índice"
              + "|contenido|en esta página|indice|in questa pagina)\\W*$");

  private final Set<String> headings;
  private final Map<String, Integer> linesBefore;
  private final Map<String, Integer> linesAfter;
  private final Set<Block> entries = Collections.newSetFromMap(new IdentityHashMap<>());

  ContentsList(List<Block> before, List<Block> after) {
    this.headings = headings(before);
    Set<String> now = headings(after);
    collectRuns(before, headings);
    collectRuns(after, now);
    headings.addAll(now);
    this.linesBefore = lines(before);
    this.linesAfter = lines(after);
  }

  private static Set<String> headings(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.HEADING)
        .map(ContentsList::fold)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** How often the short lines stand in a text, headings among them. */
  private static Map<String, Integer> lines(List<Block> blocks) {
    Map<String, Integer> lines = new HashMap<>();
    for (Block block : blocks) {
      if (block.text().length() < LONGEST) {
        lines.merge(fold(block), 1, Integer::sum);
      }
    }
    return lines;
  }

  private void collectRuns(List<Block> blocks, Set<String> own) {
    int start = 0;
    boolean titled = false;
    for (int i = 0; i <= blocks.size(); i++) {
      if (i == blocks.size() || !isShortLine(blocks.get(i))) {
        collectRun(blocks.subList(start, i), own);
        start = i + 1;
      }
      if (i < blocks.size() && blocks.get(i).kind() == BlockKind.HEADING) {
        titled = TITLE.matches(blocks.get(i).text());
      } else if (titled && i < blocks.size() && isTitle(blocks.get(i))) {
        entries.add(blocks.get(i));
      }
    }
  }

  /** From the first line that names a heading to the last one, if three in five between do. */
  private void collectRun(List<Block> run, Set<String> own) {
    List<Integer> named =
        IntStream.range(0, run.size()).filter(i -> own.contains(fold(run.get(i)))).boxed().toList();
    if (named.size() >= FEWEST) {
      List<Block> list = run.subList(named.get(0), named.get(named.size() - 1) + 1);
      if (named.size() * 5 >= list.size() * 3) {
        entries.addAll(list);
      }
    }
  }

  /** Whether a short line under the heading of a list of contents may be an entry: no sentence. */
  private static boolean isTitle(Block block) {
    String text = block.text();
    return isShortLine(block) && ".!?;:".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static boolean isShortLine(Block block) {
    return block.kind() != BlockKind.HEADING
        && block.kind() != BlockKind.TABLE_ROW
        && block.text().length() < LONGEST;
  }

  /** Whether a hunk shows nothing but such entries, or the title of such a list. */
  boolean explains(Hunk hunk) {
    if (hunk.operation() == Operation.MODIFIED) {
      return entries.contains(hunk.before().orElseThrow())
          && entries.contains(hunk.after().orElseThrow());
    }
    boolean added = hunk.operation() == Operation.ADDED;
    return isEntry(
        hunk.before().or(hunk::after).orElseThrow(),
        added ? linesAfter : linesBefore,
        added ? linesBefore : linesAfter);
  }

  /** Whether a line is an entry, and what it names stands in its own text beside it, and else. */
  private boolean isEntry(Block block, Map<String, Integer> own, Map<String, Integer> other) {
    if (entries.contains(block) || isTitleOfList(block)) {
      return true;
    }
    String name = fold(block);
    return block.text().length() < LONGEST
        && block.kind() != BlockKind.HEADING
        && headings.contains(name)
        && own.getOrDefault(name, 0) > 1
        && other.containsKey(name);
  }

  private static boolean isTitleOfList(Block block) {
    return block.text().length() < LONGEST && TITLE.matcher(block.text()).find();
  }

  private static String fold(Block block) {
    String folded = Folding.fold(Editorial.unnumbered(block.text()));
    int digits = 0;
    while (digits < folded.length() && Character.isDigit(folded.charAt(digits))) {
      digits++;
    }
    return digits == folded.length() ? folded : folded.substring(digits);
  }
}
