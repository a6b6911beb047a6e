package io.clausestream.core.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/**
 * Walks a tree in reading order and cuts its text into blocks at block elements.
 *
 * <p>A walk touches each node once and keeps no recursion, so hostile nesting costs no stack.
 */
final class BlockCollector implements NodeFilter {

  /** Nesting that a page may have, in elements; browsers stop at 512. */
  static final int MAX_DEPTH = 500;

  private static final Map<String, BlockKind> KINDS =
      Map.ofEntries(
          Map.entry("h1", BlockKind.HEADING),
          Map.entry("h2", BlockKind.HEADING),
          Map.entry("h3", BlockKind.HEADING),
          Map.entry("h4", BlockKind.HEADING),
          Map.entry("h5", BlockKind.HEADING),
          Map.entry("h6", BlockKind.HEADING),
          Map.entry("li", BlockKind.LIST_ITEM),
          Map.entry("dt", BlockKind.DEFINITION),
          Map.entry("dd", BlockKind.DEFINITION),
          Map.entry("tr", BlockKind.TABLE_ROW));
  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "dl",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "caption",
          "figure",
          "figcaption",
          "address",
          "hr",
          "details",
          "summary",
          "fieldset",
          "legend",
          "form",
          "center",
          "body");

  private static final Evaluator LAYOUT = Selector.evaluatorOf("h1, h2, h3, h4, table");

  private final Element root;
  private final boolean insideMain;
  private final CanonicalRules rules;
  private final Work work;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final LinkText linkText = new LinkText();
  private LinkText.Kind inLink = LinkText.Kind.NONE;
  private boolean afterLink;

  /** Whether a heading has come: what stands before the first one leads to other pages. */
  private boolean titled;

  private BlockKind kind = BlockKind.PARAGRAPH;
  private int level;
  private Element row;
  private boolean tooDeep;

  BlockCollector(Element root, boolean insideMain, CanonicalRules rules, Work work) {
    this.root = root;
    this.insideMain = insideMain;
    this.rules = rules;
    this.work = work;
    this.row = root;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    work.walked(node);
    if (depth >= MAX_DEPTH) {
      tooDeep = true;
      return FilterResult.STOP;
    }
    if (node instanceof TextNode leaf) {
      append(leaf.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    return element == root || !isFurniture(element) ? enter(element) : FilterResult.SKIP_ENTIRELY;
  }

  private boolean isFurniture(Element element) {
    return Furniture.anywhere(element, rules) || !insideMain && Furniture.outsideMain(element);
  }

  private FilterResult enter(Element element) {
    if (element.attributesSize() > 0 && element.attributes().hasKey(EmailProtection.ATTRIBUTE)) {
      text.append(EmailProtection.decode(element.attr(EmailProtection.ATTRIBUTE)));
      return FilterResult.SKIP_CHILDREN;
    }
    String name = element.normalName();
    switch (name) {
      case "a" -> link(element);
      case "br" -> text.append(' ');
      case "td", "th" -> cell();
      default -> cut(element, name);
    }
    return FilterResult.CONTINUE;
  }

  private void append(String piece) {
    text.append(piece);
    if (!piece.isBlank()) {
      afterLink = false;
    }
    linkText.count(piece, inLink);
  }

  /** Links that follow each other without a space are separate words. */
  private void link(Element element) {
    LinkTarget.of(element).ifPresent(links::add);
    if (afterLink) {
      text.append(' ');
    }
    inLink = LinkTarget.isWithinPage(element) ? LinkText.Kind.WITHIN_PAGE : LinkText.Kind.ELSEWHERE;
  }

  private void cell() {
    if (row == root) {
      flush();
    } else if (!text.isEmpty()) {
      text.append(" | ");
    }
  }

  /** Starts a new block where the element starts one; a data row stays in one piece. */
  private void cut(Element element, String name) {
    if (row != root) {
      text.append(isBlock(name) ? " " : "");
      return;
    }
    BlockKind starts = KINDS.get(name);
    if (starts == BlockKind.TABLE_ROW && isLayoutRow(element)) {
      flush();
      return;
    }
    if (starts == BlockKind.TABLE_ROW) {
      row = element;
    }
    if (starts != null) {
      flush();
      kind = starts;
      level = starts == BlockKind.HEADING ? name.charAt(1) - '0' : 0;
    } else if (BREAKS.contains(name)) {
      flush();
    }
  }

  private static boolean isBlock(String name) {
    return KINDS.containsKey(name) || BREAKS.contains(name);
  }

  /** A row that holds headings or further tables lays the page out; its parts are the blocks. */
  private static boolean isLayoutRow(Element element) {
    return element.selectFirst(LAYOUT) != null;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (name.equals("a")) {
      inLink = LinkText.Kind.NONE;
      afterLink = true;
    }
    if (element == row && element != root) {
      row = root;
      flush();
    } else if (row == root && isBlock(name)) {
      flush();
    }
    return FilterResult.CONTINUE;
  }

  private void flush() {
    String normalized = TextNormalizer.normalize(text);
    text.setLength(0);
    if (!normalized.isEmpty() && !isLinks(normalized)) {
      blocks.add(new Block(kind, level, normalized));
    }
    titled |= kind == BlockKind.HEADING && !normalized.isEmpty();
    linkText.clear();
    afterLink = false;
    kind = BlockKind.PARAGRAPH;
    level = 0;
  }

  private boolean isLinks(String normalized) {
    return linkText.isFurniture(kind, normalized, insideMain && titled);
  }

  /** Whether the walk stopped because the tree is too deep. */
  boolean tooDeep() {
    return tooDeep;
  }

  /** The page that was walked. */
  CanonicalPage page(String title) {
    flush();
    return new CanonicalPage(title, blocks, links);
  }
}
