package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.text.Redline.Piece;
import io.clausestream.connector.delivery.text.Telling.Entry;
import io.clausestream.connector.delivery.text.Telling.Fact;
import io.clausestream.connector.delivery.text.Telling.Passage;
import java.util.List;

/** A telling as plain text; words that are gone stand in [- -], new ones in {+ +}. */
public final class PlainText {

  private static final int CONTEXT = 200;
  private static final int MOST_CHANGED = 4000;

  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /** The text, with line feeds. */
  public static String of(Telling telling) {
    PlainText text = new PlainText();
    text.write(telling);
    return text.out.toString();
  }

  private void write(Telling telling) {
    line(telling.title());
    line("");
    paragraph(telling.notes());
    for (Fact fact : telling.facts()) {
      line(fact.label() + ": " + fact.value());
    }
    line("");
    telling.sections().forEach(section -> list(section.heading(), section.sentences()));
    telling.passages().forEach(this::passage);
    telling.entries().forEach(this::entry);
    paragraph(telling.closing());
    telling.link().ifPresent(link -> paragraph(List.of(link.label() + ": " + link.url())));
    telling.citation().ifPresent(citation -> paragraph(List.of(citation)));
  }

  private void list(String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      line(heading);
      sentences.forEach(sentence -> line("- " + sentence));
      line("");
    }
  }

  private void passage(Passage passage) {
    line("== " + passage.heading() + " (" + passage.badge().word() + ", " + passage.what() + ")");
    for (Redline redline : passage.redlines()) {
      redline.shortened(CONTEXT, MOST_CHANGED).pieces().forEach(this::piece);
      line("");
      line("");
    }
  }

  private void piece(Piece piece) {
    switch (piece.mark()) {
      case GONE -> out.append("[-").append(piece.text()).append("-]");
      case NEW -> out.append("{+").append(piece.text()).append("+}");
      default -> out.append(piece.text());
    }
  }

  private void entry(Entry entry) {
    line("== " + entry.title());
    line(entry.badge().word() + ", " + entry.facts());
    entry.notes().forEach(this::line);
    entry.summary().forEach(sentence -> line("- " + sentence));
    entry.link().ifPresent(link -> line(link.url()));
    line("");
  }

  private void paragraph(List<String> lines) {
    if (!lines.isEmpty()) {
      lines.forEach(this::line);
      line("");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
