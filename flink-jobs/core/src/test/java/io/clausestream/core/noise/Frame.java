package io.clausestream.core.noise;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How sites build a page around a text; the markup is in a file of the same name. */
enum Frame {
  SEMANTIC("<h2>%s</h2>", "<h3>%s</h3>", "<p>%s</p>", "<ul>", "<li>%s</li>", "</ul>", "li"),
  SOUP(
      "<div class=\"sec-h\"><b>%s</b></div>",
      "<div class=\"sec-s\"><b>%s</b></div>",
      "<div class=\"tx\">%s</div>",
      "<div class=\"ls\">",
      "<div class=\"li\">• %s</div>",
      "</div>",
      "span"),
  HELP(
      "<h2><strong>%s</strong></h2>",
      "<h3>%s</h3>", "<p><span>%s</span></p>", "<ul>", "<li>%s</li>", "</ul>", "li"),
  DOCS(
      "<h2 class=\"anchor\">%s</h2>",
      "<h3 class=\"anchor\">%s</h3>", "<p>%s</p>", "<ul>", "<li>%s</li>", "</ul>", "li"),
  LEGACY(
      "<P><FONT FACE=\"Arial\"><B>%s</B></FONT>",
      "<P><I>%s</I>",
      "<P><FONT FACE=\"Arial\" SIZE=\"2\">%s</FONT>",
      "<UL>",
      "<LI>%s",
      "</UL>",
      "font"),
  SPA(
      "<h2 class=\"css-1x h\">%s</h2>",
      "<h3 class=\"css-1x s\">%s</h3>",
      "<div class=\"css-1x p\"><span>%s</span></div>",
      "<ul class=\"css-1x\">",
      "<li class=\"css-1x\"><div>%s</div></li>",
      "</ul>",
      "div"),
  ACCORDION(
      "</div></div><div class=\"card\"><h3><button aria-expanded=\"false\">%s</button></h3>"
          + "<div class=\"collapse\" role=\"region\">",
      "<h4>%s</h4>", "<p>%s</p>", "<ul>", "<li>%s</li>", "</ul>", "li"),
  PRINT("<h2>%s</h2>", "<h3>%s</h3>", "<p>%s</p>", "<ol>", "<li>%s</li>", "</ol>", "span");

  private final String heading;
  private final String subheading;
  private final String paragraph;
  private final String listBegin;
  private final String item;
  private final String listEnd;
  private final String menuItem;

  Frame(
      String heading,
      String subheading,
      String paragraph,
      String listBegin,
      String item,
      String listEnd,
      String menuItem) {
    this.heading = heading;
    this.subheading = subheading;
    this.paragraph = paragraph;
    this.listBegin = listBegin;
    this.item = item;
    this.listEnd = listEnd;
    this.menuItem = menuItem;
  }

  /** The frame some places on. */
  Frame plus(int places) {
    List<Frame> all = List.of(values());
    return all.get((all.indexOf(this) + places) % all.size());
  }

  /** The page in this frame. */
  String render(Page page) {
    return Resources.text("frames/" + name().toLowerCase(Locale.ROOT) + ".html")
        .replace("{{lang}}", page.tongue.language())
        .replace("{{brand}}", page.brand)
        .replace("{{title}}", page.title)
        .replace("{{head}}", "")
        .replace("{{hash}}", page.hash)
        .replace("{{skip}}", page.skip)
        .replace("{{rights}}", page.rights)
        .replace("{{menu}}", items(page.menu))
        .replace("{{languages}}", items(page.languages))
        .replace("{{crumbs}}", items(page.crumbs))
        .replace("{{legal}}", items(page.legal))
        .replace("{{top}}", lines(page.top))
        .replace("{{under}}", lines(page.under))
        .replace("{{end}}", lines(page.end))
        .replace("{{aside}}", lines(page.aside))
        .replace("{{foot}}", lines(page.foot))
        .replace("{{bottom}}", lines(page.bottom))
        .replace("{{text}}", text(page));
  }

  private static String lines(List<String> html) {
    return String.join("\n", html);
  }

  private String items(List<String> labels) {
    return labels.stream()
        .map(l -> "<" + menuItem + "><a href=\"/go\">" + l + "</a></" + menuItem + ">")
        .collect(Collectors.joining(" "));
  }

  private String text(Page page) {
    StringBuilder out = new StringBuilder(this == ACCORDION ? "<div><div>" : "");
    Part.Kind before = Part.Kind.RAW;
    for (Part part : page.parts) {
      out.append(between(before, part.kind())).append(block(part, before, page)).append('\n');
      before = part.kind();
    }
    out.append(between(before, Part.Kind.RAW));
    return out.append(this == ACCORDION ? "</div></div>" : "").toString();
  }

  private String between(Part.Kind before, Part.Kind now) {
    if (before == now) {
      return "";
    }
    String close =
        before == Part.Kind.ITEM ? listEnd : before == Part.Kind.ROW ? "</tbody></table>" : "";
    String open = now == Part.Kind.ITEM ? listBegin : now == Part.Kind.ROW ? "<table><tbody>" : "";
    return close + open;
  }

  private String block(Part part, Part.Kind before, Page page) {
    String html = part.html().replace("[date]", page.date);
    return switch (part.kind()) {
      case HEADING -> heading.replace("%s", html);
      case SUBHEADING -> subheading.replace("%s", html);
      case PARAGRAPH, DATE -> paragraph.replace("%s", html);
      case ITEM -> item.replace("%s", html);
      case ROW -> row(html, before == Part.Kind.ROW ? "td" : "th");
      case RAW -> html;
    };
  }

  private static String row(String html, String cell) {
    String open = "<" + cell + ">";
    String close = "</" + cell + ">";
    return "<tr>" + open + html.replaceAll("\\s*\\|\\s*", close + open) + close + "</tr>";
  }
}
