package io.clausestream.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page of the docs refers to: other files, their headings, commands. */
record MarkdownPage(Path file, String text) {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern INLINE = Pattern.compile("`(\\./clausestream [^`]*)`");
  private static final Pattern TYPED = Pattern.compile("(?m)^(?:\\$ )?(\\./clausestream .*)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern AFTER = Pattern.compile("\\s+[#>|&].*|\\).*");

  static MarkdownPage of(Path file) {
    return new MarkdownPage(file, RepositoryFiles.read(file));
  }

  /** The links to other places in the repository. */
  List<String> links() {
    return LINK.matcher(withoutBlocks())
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
        .toList();
  }

  /** The names by which headings are linked. */
  Set<String> anchors() {
    return HEADING
        .matcher(withoutBlocks())
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The words of each command of ours, without the command's name. */
  List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    for (Pattern pattern : List.of(INLINE, TYPED)) {
      pattern.matcher(text).results().forEach(found -> commands.add(words(found.group(1))));
    }
    return commands;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(AFTER.matcher(command).replaceFirst(""));
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words.subList(1, words.size());
  }

  /** Code shows brackets and hashes that are none of ours. */
  private String withoutBlocks() {
    return text.replaceAll("(?ms)^```.*?^```", "");
  }
}
