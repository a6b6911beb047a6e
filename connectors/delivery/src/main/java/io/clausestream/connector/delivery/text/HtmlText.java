package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.text.Redline.Piece;
import io.clausestream.connector.delivery.text.Telling.Badge;
import io.clausestream.connector.delivery.text.Telling.Entry;
import io.clausestream.connector.delivery.text.Telling.Fact;
import io.clausestream.connector.delivery.text.Telling.Passage;
import io.clausestream.connector.delivery.text.Telling.Section;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A telling as HTML with inline styles, readable on light and dark ground. It is built as a tree
 * whose writer escapes every text; no markup is ever put together from strings.
 */
public final class HtmlText {

  private static final int CONTEXT = 300;
  private static final int MOST_CHANGED = 6000;

  private static final String GONE =
      "background:rgba(218,54,51,.28);text-decoration:line-through;padding:0 2px;border-radius:2px";
  private static final String NEW =
      "background:rgba(35,134,54,.32);text-decoration:underline;padding:0 2px;border-radius:2px";
  private static final String BADGE =
      "display:inline-block;padding:1px 8px;border-radius:9px;font-size:12px;font-weight:600;color:#ffffff;background:";
  private static final String QUIET = "opacity:.75;font-size:13px";
  private static final String CARD =
      "margin:0 0 14px;padding:10px 14px;border:1px solid rgba(128,128,128,.45);border-radius:6px";

  private HtmlText() {}

  /** A whole document, for a mail. */
  public static Document document(Telling telling) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    document.child(0).attr("lang", telling.language());
    document.head().appendElement("meta").attr("charset", "utf-8");
    meta(document, "viewport", "width=device-width, initial-scale=1");
    meta(document, "color-scheme", "light dark");
    meta(document, "supported-color-schemes", "light dark");
    document.head().appendElement("style").appendText(":root{color-scheme:light dark}");
    document.title(telling.title());
    Element page = document.body().attr("style", "margin:0;padding:16px").appendElement("div");
    page.attr(
        "style",
        "max-width:680px;margin:0 auto;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif");
    write(page, telling);
    return document;
  }

  private static void meta(Document document, String name, String content) {
    document.head().appendElement("meta").attr("name", name).attr("content", content);
  }

  /** The body alone, for an entry of a feed. */
  public static String fragment(Telling telling) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    Element part = document.body().appendElement("div");
    write(part, telling);
    return part.outerHtml();
  }

  private static void write(Element page, Telling telling) {
    Element title =
        page.appendElement("h1").attr("style", "font-size:21px;line-height:1.3;margin:0 0 12px");
    title.text(telling.title());
    notes(page, telling.notes());
    facts(page, telling);
    telling.sections().forEach(section -> section(page, section));
    telling.passages().forEach(passage -> passage(page, passage));
    telling.entries().forEach(entry -> entry(page, entry));
    telling.closing().forEach(text -> page.appendElement("p").text(text));
    telling.link().ifPresent(link -> link(page.appendElement("p"), link));
    telling
        .citation()
        .ifPresent(
            text ->
                page.appendElement("p")
                    .attr("style", QUIET + ";overflow-wrap:anywhere")
                    .text(text));
  }

  private static void notes(Element page, List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    Element box =
        page.appendElement("div")
            .attr(
                "style",
                "margin:0 0 12px;padding:8px 12px;border-left:4px solid #bf8700;background:rgba(191,135,0,.15)");
    notes.forEach(note -> box.appendElement("div").text(note));
  }

  private static void facts(Element page, Telling telling) {
    Element table =
        page.appendElement("table")
            .attr("role", "presentation")
            .attr("style", "border-collapse:collapse;margin:0 0 16px;font-size:14px");
    for (Fact fact : telling.facts()) {
      Element row = table.appendElement("tr");
      row.appendElement("td")
          .attr("style", "padding:2px 16px 2px 0;opacity:.75;vertical-align:top")
          .text(fact.label());
      row.appendElement("td").attr("style", "padding:2px 0").text(fact.value());
    }
  }

  private static void section(Element page, Section section) {
    if (section.sentences().isEmpty()) {
      return;
    }
    heading(page, section.heading());
    list(page, section.sentences());
  }

  private static void list(Element parent, List<String> sentences) {
    Element list = parent.appendElement("ul").attr("style", "margin:0 0 16px;padding-left:20px");
    sentences.forEach(sentence -> list.appendElement("li").text(sentence));
  }

  private static void heading(Element page, String text) {
    page.appendElement("h2").attr("style", "font-size:16px;margin:18px 0 6px").text(text);
  }

  private static void passage(Element page, Passage passage) {
    Element card = page.appendElement("div").attr("style", CARD);
    Element head = card.appendElement("h3").attr("style", "font-size:15px;margin:0 0 8px");
    head.appendElement("span").text(passage.heading());
    head.appendText(" ");
    badge(head, passage.badge());
    head.appendText(" ");
    head.appendElement("span").attr("style", QUIET + ";font-weight:400").text(passage.what());
    for (Redline redline : passage.redlines()) {
      Element text =
          card.appendElement("p")
              .attr("style", "margin:0 0 8px;white-space:pre-wrap;overflow-wrap:anywhere");
      redline.shortened(CONTEXT, MOST_CHANGED).pieces().forEach(piece -> piece(text, piece));
    }
  }

  private static void piece(Element text, Piece piece) {
    switch (piece.mark()) {
      case GONE -> text.appendElement("del").attr("style", GONE).appendText(piece.text());
      case NEW -> text.appendElement("ins").attr("style", NEW).appendText(piece.text());
      default -> text.appendText(piece.text());
    }
  }

  private static void entry(Element page, Entry entry) {
    Element card = page.appendElement("div").attr("style", CARD);
    Element head = card.appendElement("h3").attr("style", "font-size:15px;margin:0 0 4px");
    head.appendElement("span").text(entry.title());
    head.appendText(" ");
    badge(head, entry.badge());
    card.appendElement("p").attr("style", "margin:0 0 6px;" + QUIET).text(entry.facts());
    notes(card, entry.notes());
    if (!entry.summary().isEmpty()) {
      list(card, entry.summary());
    }
    entry.link().ifPresent(link -> link(card.appendElement("p").attr("style", "margin:0"), link));
  }

  private static void link(Element parent, Link link) {
    parent
        .appendElement("a")
        .attr("href", link.url())
        .attr("rel", "noopener noreferrer")
        .text(link.label());
  }

  private static void badge(Element parent, Badge badge) {
    String colour =
        switch (badge.severity()) {
          case HIGH -> "#b62324";
          case MEDIUM -> "#9a6700";
          case LOW -> "#1a7f37";
          default -> "#57606a";
        };
    parent.appendElement("span").attr("style", BADGE + colour).text(badge.word());
  }
}
