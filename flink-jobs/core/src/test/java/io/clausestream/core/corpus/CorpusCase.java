package io.clausestream.core.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case of the corpus, read from its file. Its first lines, each after "# ", say what it shows.
 * Then come captures, each a line
 *
 * <pre>== HOURS DOCUMENT [option=value ...] -> VERDICT[, MORE]</pre>
 *
 * and a body: HTML, or "@last" or "@first" for the last or first body of the document (or of
 * another one, that it names), each with lines "@replace OLD => NEW" after it. "@tells TEXT" names
 * a text that stands in a block that is told. "{{name:argument}}" stands for the file of that name
 * among the fragments.
 */
record CorpusCase(String name, String shows, List<Capture> captures) {

  private static final Pattern HEADER =
      Pattern.compile("== (\\d+) ([^=>]+?)((?: \\w+=\\S+)*) -> (.+)");
  private static final Pattern FRAGMENT = Pattern.compile("\\{\\{(\\w[\\w-]*)(?::([^}]*))?}}");
  private static final String ARGUMENT = "{{1}}";

  static CorpusCase read(Path file, Path fragments) throws IOException {
    return new Reader(file, fragments).read();
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Reader {

    private final Path file;
    private final Path fragments;
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();
    private final List<Capture> captures = new ArrayList<>();

    Reader(Path file, Path fragments) {
      this.file = file;
      this.fragments = fragments;
    }

    CorpusCase read() throws IOException {
      StringBuilder shows = new StringBuilder();
      List<String> capture = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("== ")) {
          add(capture);
          capture = new ArrayList<>(List.of(line));
        } else if (!capture.isEmpty()) {
          capture.add(line);
        } else if (line.startsWith("# ")) {
          shows.append(line, 2, line.length()).append(' ');
        } else if (!line.isBlank()) {
          throw wrong(line, "comes before the first capture; put '# ' before what the case shows");
        }
      }
      add(capture);
      return new CorpusCase(name(), shows.toString().strip(), List.copyOf(captures));
    }

    private String name() {
      return file.getFileName().toString().replaceFirst("\\.case$", "");
    }

    private void add(List<String> lines) throws IOException {
      if (lines.isEmpty()) {
        return;
      }
      Matcher header = HEADER.matcher(lines.get(0));
      if (!header.matches()) {
        throw wrong(lines.get(0), "is no capture; write '== HOURS DOCUMENT -> VERDICT'");
      }
      String document = header.group(2).strip();
      List<String> tells = new ArrayList<>();
      String body = body(document, lines.subList(1, lines.size()), tells);
      first.putIfAbsent(document, body);
      last.put(document, body);
      captures.add(
          new Capture(
              Integer.parseInt(header.group(1)),
              document,
              options(header.group(3)),
              List.of(header.group(4).strip().split(", ")),
              List.copyOf(tells),
              body));
    }

    private static Map<String, String> options(String words) {
      Map<String, String> options = new LinkedHashMap<>();
      for (String option : words.strip().split(" ")) {
        if (!option.isEmpty()) {
          int equals = option.indexOf('=');
          options.put(option.substring(0, equals), option.substring(equals + 1));
        }
      }
      return options;
    }

    private String body(String document, List<String> lines, List<String> tells)
        throws IOException {
      StringBuilder html = new StringBuilder();
      String earlier = "";
      for (String line : lines) {
        if (line.startsWith("@last") || line.startsWith("@first")) {
          earlier = earlier(line, document);
        } else if (line.startsWith("@replace ")) {
          earlier = replace(earlier, line);
        } else if (line.startsWith("@tells ")) {
          tells.add(line.substring("@tells ".length()));
        } else if (!line.isBlank()) {
          html.append(withFragments(line)).append('\n');
        }
      }
      return earlier + html;
    }

    private String earlier(String line, String document) {
      String[] words = line.split(" ", 2);
      String of = words.length > 1 ? words[1] : document;
      String body = (words[0].equals("@last") ? last : first).get(of);
      if (body == null) {
        throw wrong(line, "names a document that has no earlier capture");
      }
      return body;
    }

    private String replace(String body, String line) {
      String[] sides = line.substring("@replace ".length()).split(" ?=> ?", 2);
      if (sides.length < 2 || !body.contains(sides[0])) {
        throw wrong(line, "replaces what the body does not hold");
      }
      return body.replace(sides[0], sides[1]);
    }

    private String withFragments(String line) throws IOException {
      Matcher fragment = FRAGMENT.matcher(line);
      StringBuilder out = new StringBuilder();
      int end = 0;
      while (fragment.find()) {
        String text = Files.readString(fragments.resolve(fragment.group(1) + ".html"));
        String argument = fragment.group(2) == null ? "" : fragment.group(2);
        out.append(line, end, fragment.start()).append(text.replace(ARGUMENT, argument));
        end = fragment.end();
      }
      return out.append(line.substring(end)).toString();
    }

    private IllegalArgumentException wrong(String line, String fault) {
      return new IllegalArgumentException(file.getFileName() + ": '" + line + "' " + fault + ".");
    }
  }
}
