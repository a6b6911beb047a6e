package io.clausestream.core.canonical;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a page that was rendered as a stream where its scripts would put them. Such a
 * page comes with a placeholder in the place of each part that was late, {@code <template
 * id="B:1">} with what is shown meanwhile up to the comment {@code /$}, or {@code <template
 * id="P:1">} alone; the part comes later in a hidden element with the id "S:1", and a script names
 * both. That is what React's renderer writes, whoever uses it. Nothing is run.
 *
 * <p>One page, one thread. Linear in the page but for the siblings of a placeholder, which are
 * counted as {@link Work}.
 */
final class StreamedParts {

  /** Scripts beyond this length hold a program and not the few calls that name parts. */
  private static final int LONGEST_CALLS = 10_000;

  /** The element that is hidden stands so far above: rows come in a hidden table. */
  private static final int HIDDEN_ABOVE = 3;

  private static final Pattern ID = Pattern.compile("(.{0,60})([BPS]):([0-9a-f]{1,8})");
  private static final Pattern CALL =
      Pattern.compile(
          "[\"']([^\"']{0,60}[BS]:[0-9a-f]{1,8})[\"'], ?[\"']([^\"']{0,60}[SP]:[0-9a-f]{1,8})[\"']");

  /** Comments that open, or close, what a script may replace. */
  private static final Set<String> OPEN = Set.of("$", "$?", "$!", "$~");

  private static final String CLOSE = "/$";

  private final List<Element> placeholders = new ArrayList<>();
  private final Map<String, Element> parts = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();

  /** Notes an element of the page, once it is parsed whole. */
  void see(Element element) {
    String name = element.normalName();
    if (name.equals("script")) {
      readCalls(element.data());
    } else if (element.attributesSize() > 0) {
      if (name.equals("template") && element.attributes().hasKey("data-sid")) {
        pair(element.attr("data-sid"), element.attr("data-bid") + element.attr("data-pid"));
      }
      note(element, element.attributes().get("id"), name.equals("template"));
    }
  }

  private void note(Element element, String id, boolean isTemplate) {
    int colon = id.lastIndexOf(':');
    if (colon < 1 || !ID.matches(id)) {
      return;
    }
    char kind = id.charAt(colon - 1);
    if (isTemplate && kind != 'S') {
      placeholders.add(element);
    } else if (kind == 'S' && isHidden(element)) {
      parts.putIfAbsent(id, element);
    }
  }

  private static boolean isHidden(Element element) {
    @Nullable Element at = element;
    for (int i = 0; i < HIDDEN_ABOVE && at != null; i++) {
      if (at.attributes().hasKey("hidden")) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private void readCalls(String script) {
    if (script.length() <= LONGEST_CALLS && script.contains("S:")) {
      Matcher call = CALL.matcher(script);
      while (call.find()) {
        pair(call.group(1), call.group(2));
      }
    }
  }

  private void pair(String one, String other) {
    boolean partFirst = one.charAt(Math.max(0, one.lastIndexOf(':') - 1)) == 'S';
    named.putIfAbsent(partFirst ? other : one, partFirst ? one : other);
  }

  /** Moves each part to its placeholder, and empties what stood there meanwhile. */
  void place(Work work) {
    for (Element placeholder : placeholders) {
      Element part = parts.get(partOf(placeholder.id()));
      Element parent = placeholder.parent();
      if (part != null && parent != null && !isInside(placeholder, part, work)) {
        work.read(parent.childNodeSize() + (long) part.childNodeSize());
        empty(placeholder, work);
        parent.insertChildren(placeholder.siblingIndex(), new ArrayList<>(part.childNodes()));
        parts.remove(part.id());
      }
    }
  }

  /** The part that a script names for a placeholder; else the one of the same number. */
  private String partOf(String placeholder) {
    String same =
        placeholder.substring(0, placeholder.lastIndexOf(':') - 1)
            + "S"
            + placeholder.substring(placeholder.lastIndexOf(':'));
    return named.getOrDefault(placeholder, same);
  }

  /** Empties what is shown until the part comes, if comments around it say what that is. */
  private static void empty(Element placeholder, Work work) {
    if (!(placeholder.previousSibling() instanceof Comment open && OPEN.contains(open.getData()))) {
      return;
    }
    List<Node> meanwhile = new ArrayList<>();
    int within = 1;
    for (Node at = placeholder.nextSibling(); at != null; at = at.nextSibling()) {
      work.walked(at);
      if (at instanceof Comment comment) {
        within += OPEN.contains(comment.getData()) ? 1 : comment.getData().equals(CLOSE) ? -1 : 0;
      }
      if (within == 0) {
        meanwhile.forEach(StreamedParts::empty);
        return;
      }
      meanwhile.add(at);
    }
  }

  private static void empty(Node node) {
    if (node instanceof TextNode text) {
      text.text("");
    } else if (node instanceof Element element) {
      element.empty().clearAttributes();
    }
  }

  private static boolean isInside(Node node, Element part, Work work) {
    for (@Nullable Node above = node; above != null; above = above.parent()) {
      work.walked(above);
      if (above == part) {
        return true;
      }
    }
    return false;
  }
}
