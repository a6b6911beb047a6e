package io.clausestream.core.change;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.LinkTarget;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An address of a link that gives way to what looks like the name of a page, or such a name to the
 * address, while nothing else in the block differs. A name is told from a statement by its
 * capitals, its length and the lack of figures; capitals are not asked for where a link of the page
 * leads to the address that gave way.
 */
final class NamedAddress {

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://|www\\.)[^\\s,;)]+");

  /** Longer is no name. */
  private static final int MOST_WORDS = 6;

  /** Words up to this length ("and", "of") may be small in a name. */
  private static final int SMALL = 3;

  /** The name of a link is no longer. */
  private static final int LONGEST_LINKED = 80;

  private NamedAddress() {}

  /**
   * Whether a hunk shows nothing else.
   *
   * @param clauses whether the rules see a clause in a hunk; asked of the name alone, as the block
   *     around it is the same
   * @param links {@link #targets} of the links of the page now: a name that came in the place of
   *     one of them may look as it likes
   */
  static boolean explains(Hunk hunk, Predicate<Hunk> clauses, Set<String> links) {
    if (hunk.operation() != Operation.MODIFIED) {
      return false;
    }
    String before = hunk.textBefore();
    String after = hunk.textAfter();
    boolean earlier = ADDRESS.matcher(before).find();
    boolean later = ADDRESS.matcher(after).find();
    if (earlier == later) {
      return false;
    }
    String name = earlier ? name(before, after) : name(after, before);
    boolean linked = earlier && links.contains(address(before)) && isShort(name);
    return (linked || isName(name)) && !clauses.test(alone(hunk, name));
  }

  /** The address in a text, as links are compared: up to its parameters. */
  private static String address(String text) {
    Matcher address = ADDRESS.matcher(text);
    return address.find() ? target(unended(address.group())) : "";
  }

  /** Where links lead, as an address in a text is compared with it. */
  static Set<String> targets(List<String> links) {
    return links.stream().map(NamedAddress::target).collect(Collectors.toSet());
  }

  private static String target(String address) {
    String bare = LinkTarget.bare(address);
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static boolean isShort(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_LINKED
        && !isSentence(name)
        && name.codePoints().noneMatch(Character::isDigit);
  }

  private static Hunk alone(Hunk hunk, String name) {
    Block block = Block.of(BlockKind.PARAGRAPH, name);
    return new Hunk(Operation.ADDED, hunk.headingPath(), Optional.empty(), Optional.of(block));
  }

  /** The words that stand in place of the one address; empty if there are more, or none. */
  private static String name(String addressed, String named) {
    Matcher address = ADDRESS.matcher(addressed);
    if (!address.find()) {
      return "";
    }
    String head = addressed.substring(0, address.start());
    String tail = addressed.substring(address.start() + unended(address.group()).length());
    boolean alone =
        !ADDRESS.matcher(tail).find()
            && named.length() > head.length() + tail.length()
            && named.startsWith(head)
            && named.endsWith(tail);
    return alone ? named.substring(head.length(), named.length() - tail.length()).strip() : "";
  }

  /** An address without the end of the sentence behind it. */
  private static String unended(String address) {
    int end = address.length();
    while (end > 0 && ".!?".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  /** Whether each word but the small ones begins with a capital; a figure is no part of a name. */
  private static boolean isName(String name) {
    String[] words = name.split("[^\\p{L}\\p{N}]+");
    return !name.isEmpty()
        && words.length <= MOST_WORDS
        && name.codePoints().noneMatch(Character::isDigit)
        && name.codePoints().anyMatch(Character::isUpperCase)
        && !isSentence(name)
        && Arrays.stream(words).allMatch(NamedAddress::isCapitalOrSmall);
  }

  private static boolean isCapitalOrSmall(String word) {
    return word.length() <= SMALL || Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isSentence(String name) {
    return name.contains(". ") || LineEnds.ends(name);
  }
}
