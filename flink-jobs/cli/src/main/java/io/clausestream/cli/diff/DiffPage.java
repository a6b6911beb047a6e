package io.clausestream.cli.diff;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Told;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.text.StringEscapeUtils;

/**
 * A judgement as one HTML page that needs nothing else: no script, no font, no image. All text of
 * the captures is escaped. Stateless.
 */
final class DiffPage {

  private static final String STYLE = "diff.css";

  private DiffPage() {}

  /** The page. */
  static String of(String old, String now, Judgement judgement) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Redline: %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>
        %s
        </header>
        <main>
        %s</main>
        <footer>Text before %s, after %s (SHA-256 of the canonical text). Made by Clausestream.</footer>
        </body>
        </html>
        """
        .formatted(
            text(now),
            style(),
            header(old, now, judgement),
            passages(judgement),
            code(judgement.before()),
            code(judgement.after()));
  }

  private static String header(String old, String now, Judgement judgement) {
    return badge(judgement)
        + "<h1>"
        + text(old)
        + " <span class=\"to\">→</span> "
        + text(now)
        + "</h1>\n<p class=\"verdict\">"
        + text(judgement.sentence())
        + "</p>\n"
        + judgement.change().map(DiffPage::facts).orElse("");
  }

  private static String badge(Judgement judgement) {
    String words =
        judgement
            .change()
            .map(change -> change.getSeverity().name())
            .or(() -> judgement.suppression().map(Suppression::getReason))
            .orElse("UNCHANGED");
    String kind = judgement.change().isPresent() ? words.toLowerCase(Locale.ROOT) : "quiet";
    return "<span class=\"badge " + text(kind) + "\">" + text(words) + "</span>\n";
  }

  private static String facts(PageChange change) {
    StringBuilder html = new StringBuilder("<p class=\"facts\">");
    fact(
        html,
        switch (change.getDirection()) {
          case ADVERSE, PROTECTIVE -> Told.direction(change.getDirection());
          case NEUTRAL -> "neither for nor against the user";
          case UNKNOWN -> "direction not known";
        });
    change.getCategories().forEach(category -> fact(html, category));
    html.append("</p>\n<ul class=\"summary\">\n");
    change.getSummary().forEach(sentence -> item(html, text(sentence)));
    html.append("</ul>");
    List<Reason> reasons = Told.reasonsBesideProvisions(change);
    if (!reasons.isEmpty()) {
      html.append("\n<h2>Why</h2>\n").append(DiffProvisions.reasons(reasons));
    }
    return html.toString();
  }

  static void fact(StringBuilder html, String words) {
    html.append("<span class=\"fact\">").append(text(words)).append("</span> ");
  }

  static void item(StringBuilder html, String content) {
    html.append("<li>").append(content).append("</li>\n");
  }

  private static String passages(Judgement judgement) {
    StringBuilder html = new StringBuilder();
    judgement
        .change()
        .map(DiffProvisions::of)
        .or(() -> judgement.suppression().map(s -> DiffPassages.of(s.getBlocks())))
        .ifPresent(html::append);
    if (judgement.blocksOmitted() > 0) {
      html.append("<p class=\"more\">and ")
          .append(judgement.blocksOmitted())
          .append(" more passages</p>\n");
    }
    return html.toString();
  }

  static String code(String words) {
    return "<code>" + text(words) + "</code>";
  }

  static String text(String words) {
    return StringEscapeUtils.escapeXml10(PlainText.safe(words));
  }

  private static String style() {
    try (InputStream css = Objects.requireNonNull(DiffPage.class.getResourceAsStream(STYLE))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
