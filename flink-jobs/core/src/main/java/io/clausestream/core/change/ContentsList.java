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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Entries of a table of contents: short lines that repeat a heading of one of the texts which
 * stands as a line in the other, by its words and without its number; the other lines between in a
 * run in which most do, if most of these came or went too; and the short lines that follow a
 * heading that says so. What names no heading and holds a clause is no entry, unless it goes with
 * its list, had the place of a heading there, and that heading stays.
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
  private final Predicate<Hunk> clauses;
  private final Set<Block> moved;
  private final Set<Block> entries = identitySet();

  /** Entries of the text before that name no heading, and the one whose place they have. */
  private final IdentityHashMap<Block, String> placed = new IdentityHashMap<>();

  /** Those of the entries that name a heading of their own text. */
  private final Set<Block> naming = identitySet();

  /**
   * Looks for entries.
   *
   * @param hunks all that differs in place
   * @param clauses whether the rules see a clause in a hunk
   */
  ContentsList(List<Block> before, List<Block> after, List<Hunk> hunks, Predicate<Hunk> clauses) {
    this.clauses = clauses;
    this.moved = cameOrWent(hunks);
    this.headings = headings(before);
    Set<String> now = headings(after);
    OrderOfHeadings order = new OrderOfHeadings(before, ContentsList::fold);
    collectRuns(before, headings, list -> placed.putAll(order.unnamed(list)));
    collectRuns(after, now, list -> {});
    headings.addAll(now);
    this.linesBefore = lines(before);
    this.linesAfter = lines(after);
  }

  private static Set<Block> cameOrWent(List<Hunk> hunks) {
    Set<Block> blocks = identitySet();
    hunks.stream()
        .filter(hunk -> hunk.operation() != Operation.MODIFIED)
        .map(Hunk::block)
        .forEach(blocks::add);
    return blocks;
  }

  private static Set<Block> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
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

  private void collectRuns(List<Block> blocks, Set<String> own, Consumer<List<Block>> wholeLists) {
    int start = 0;
    boolean titled = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean shortLine = isShortLine(block);
      if (!shortLine) {
        collectRun(blocks.subList(start, i), own, wholeLists);
        start = i + 1;
      }
      if (block.kind() == BlockKind.HEADING) {
        titled = TITLE.matches(block.text());
      } else {
        // A paragraph ends the list: what follows it is text of the section.
        titled = titled && shortLine;
        if (titled && isTitle(block)) {
          add(block, own);
        }
      }
    }
    collectRun(blocks.subList(start, blocks.size()), own, wholeLists);
  }

  /**
   * The lines that name a heading, if there are enough; and what stands between them, if three in
   * five of all do and most of them came or went.
   */
  private void collectRun(List<Block> run, Set<String> own, Consumer<List<Block>> wholeLists) {
    List<Integer> named =
        IntStream.range(0, run.size()).filter(i -> own.contains(fold(run.get(i)))).boxed().toList();
    if (named.size() < FEWEST) {
      return;
    }
    List<Block> list = run.subList(named.get(0), named.get(named.size() - 1) + 1);
    long restless = named.stream().filter(i -> moved.contains(run.get(i))).count();
    if (named.size() * 5 >= list.size() * 3) {
      boolean whole = restless * 2 > named.size();
      list.stream()
          .filter(block -> whole || own.contains(fold(block)))
          .forEach(block -> add(block, own));
      if (whole) {
        wholeLists.accept(list);
      }
    }
  }

  private void add(Block block, Set<String> own) {
    entries.add(block);
    if (own.contains(fold(block))) {
      naming.add(block);
    }
  }

  /** Whether a short line under the heading of a list of contents may be an entry: no sentence. */
  private static boolean isTitle(Block block) {
    String text = block.text();
    return isShortLine(block) && !LineEnds.ends(text);
  }

  private static boolean isShortLine(Block block) {
    return block.kind() != BlockKind.HEADING
        && block.kind() != BlockKind.TABLE_ROW
        && block.text().length() < LONGEST;
  }

  /** Whether a hunk shows nothing but such entries, or the title of such a list. */
  boolean explains(Hunk hunk) {
    if (hunk.operation() == Operation.MODIFIED) {
      return isEntryReworded(hunk, hunk.before().orElseThrow(), hunk.after().orElseThrow());
    }
    boolean added = hunk.operation() == Operation.ADDED;
    return isEntry(
        hunk, hunk.block(), added ? linesAfter : linesBefore, added ? linesBefore : linesAfter);
  }

  private boolean isEntryReworded(Hunk hunk, Block before, Block after) {
    return entries.contains(before)
        && entries.contains(after)
        && (naming.contains(before) && naming.contains(after)
            || digits(before).equals(digits(after)) && !clauses.test(hunk));
  }

  /** The figures of a line, without the number in front of it. */
  private static String digits(Block block) {
    return Editorial.unnumbered(block.text())
        .codePoints()
        .filter(Character::isDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether a line is an entry, and what it names stands in its own text beside it, and else. */
  private boolean isEntry(
      Hunk hunk, Block block, Map<String, Integer> own, Map<String, Integer> other) {
    if (naming.contains(block) || isTitleOfList(block)) {
      return true;
    }
    if (entries.contains(block) && !clauses.test(hunk)) {
      return true;
    }
    if (placed.containsKey(block) && other.containsKey(placed.get(block))) {
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
