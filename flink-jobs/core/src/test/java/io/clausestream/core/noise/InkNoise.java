package io.clausestream.core.noise;

import static io.clausestream.core.noise.Noise.each;
import static io.clausestream.core.noise.Noise.page;

import io.clausestream.core.noise.Part.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Noise of the same text written anew: typography, markup, order. */
final class InkNoise {

  private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=<)");
  private static final Pattern MAIL = Pattern.compile("<a href=\"mailto:([^\"]*)\">[^<]*</a>");

  private InkNoise() {}

  static List<Noise> all() {
    return Stream.of(typography(), markup(), order()).flatMap(List::stream).toList();
  }

  private static List<Noise> typography() {
    return List.of(
        each("curly-quotes", begun(p -> ink(p, InkNoise::curly))),
        each("hard-spaces", p -> ink(p, text -> spaces(p, text))),
        each(
            "soft-hyphens",
            begun(p -> ink(p, text -> text.replaceAll("(\\p{L}{5})(\\p{L}{4})", "$1\u00AD$2")))),
        each("dashes", begun(p -> ink(p, text -> text.replace(" - ", " – ").replace(": ", " — ")))),
        each("full-stops-in-lists", begun(InkNoise::stops)),
        each("minified", p -> minified(p)),
        each("mojibake-once", InkNoise::mojibake));
  }

  private static List<Noise> markup() {
    return List.of(
        each(
            "anchor-signs",
            begun(p -> p.each(Kind.HEADING, h -> h.with(h.html() + " <a href=\"#x\">¶</a>")))),
        page(
            "lists-to-paragraphs",
            begun(p -> p.each(Kind.ITEM, i -> i.as(Kind.PARAGRAPH).with("– " + i.html())))),
        page(
            "table-to-list",
            begun(p -> p.each(Kind.ROW, r -> r.as(Kind.ITEM).with(r.html().replace(" | ", ": "))))),
        page("paragraphs-split", begun(InkNoise::split)),
        page("paragraphs-joined", begun(InkNoise::join)),
        page("headings-numbered", begun(InkNoise::number)),
        page(
            "headings-upper-case",
            begun(p -> p.each(Kind.HEADING, h -> h.with(h.html().toUpperCase(Locale.ROOT))))),
        page(
            "headings-to-bold",
            begun(
                p ->
                    p.each(
                        Kind.HEADING,
                        h -> h.as(Kind.PARAGRAPH).with("<strong>" + h.html() + "</strong>")))),
        page("items-lettered", begun(InkNoise::letter)),
        page(
            "links-retargeted",
            p ->
                p.then(
                    html ->
                        html.replaceAll(
                            "href=\"/([a-z]+)\"", "href=\"/v" + p.fetch / 6 + "/$1\""))),
        page(
            "links-noted",
            begun(
                p ->
                    p.then(
                        html ->
                            html.replaceAll(
                                "(<a href=\"/(?!go)[^>]*>[^<]*)</a>",
                                "$1 <span class=\"sr\">"
                                    + p.tongue.word("opens")
                                    + "</span></a>")))),
        each(
            "mail-protected",
            begun(p -> p.then(html -> MAIL.matcher(html).replaceAll(m -> guarded(m, p))))),
        each(
            "mail-spelt-out",
            begun(
                p ->
                    p.then(
                        html ->
                            MAIL.matcher(html)
                                .replaceAll(
                                    m ->
                                        m.group(1)
                                            .replace("@", " [at] ")
                                            .replace(".example", " [dot] example"))))),
        page("class-names", p -> p.hash = "c" + p.random.nextInt(100_000)),
        page(
            "words-in-bold",
            begun(
                p ->
                    p.each(
                        Kind.PARAGRAPH,
                        t -> t.with(t.html().replaceFirst("^(\\S+ \\S+)", "<b>$1</b>"))))),
        page("glossary", begun(InkNoise::glossary)));
  }

  private static List<Noise> order() {
    return List.of(
        page("tabs", begun(InkNoise::tabs)),
        page("section-moved", begun(InkNoise::moved)),
        page("summary-boxes", begun(InkNoise::summaries)));
  }

  private static Consumer<Page> begun(Consumer<Page> act) {
    return p -> {
      if (p.begun()) {
        act.accept(p);
      }
    };
  }

  /** Changes the text of the document and leaves its tags. */
  private static void ink(Page p, UnaryOperator<String> change) {
    p.parts.replaceAll(
        part -> {
          String changed =
              TEXT.matcher(">" + part.html() + "<")
                  .replaceAll(m -> Matcher.quoteReplacement(change.apply(m.group())));
          return part.with(changed.substring(1, changed.length() - 1));
        });
  }

  private static String curly(String text) {
    return text.replaceAll("\"([^\"]*)\"", "“$1”")
        .replace('\'', '’')
        .replaceAll("« ?([^»]*?) ?»", "“$1”");
  }

  private static String spaces(Page p, String text) {
    return p.random.nextBoolean()
        ? text.replaceAll("(\\d) ", "$1\u00A0").replaceAll(" (\\p{L}) ", " $1\u00A0")
        : text;
  }

  private static void stops(Page p) {
    p.each(Kind.ITEM, i -> i.with(i.html().replaceAll("\\s?[;.]$", "")));
  }

  private static void minified(Page p) {
    if (p.random.nextBoolean()) {
      p.then(html -> html.replaceAll(">\\s+<", "><").replaceAll("\\s+", " "));
    } else {
      p.then(html -> html.replace("\n", "\n\n    ").replace(". ", ".\n  "));
    }
  }

  private static void mojibake(Page p) {
    if (p.fetch == 10 || p.fetch == 24) {
      p.then(
          html -> new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
  }

  private static void split(Page p) {
    p.parts =
        new ArrayList<>(
            p.parts.stream()
                .flatMap(
                    part ->
                        part.is(Kind.PARAGRAPH)
                            ? Stream.of(part.html().split("(?<=[.?!]) ")).map(part::with)
                            : Stream.of(part))
                .toList());
  }

  private static void join(Page p) {
    List<Part> joined = new ArrayList<>();
    for (Part part : p.parts) {
      int last = joined.size() - 1;
      if (part.is(Kind.PARAGRAPH) && last >= 0 && joined.get(last).is(Kind.PARAGRAPH)) {
        joined.set(last, part.with(joined.get(last).html() + "<br><br>" + part.html()));
      } else {
        joined.add(part);
      }
    }
    p.parts = joined;
  }

  private static void number(Page p) {
    int[] number = {0};
    p.each(Kind.HEADING, h -> h.with(++number[0] + ". " + h.html()));
  }

  private static void letter(Page p) {
    int[] number = {0};
    p.parts.replaceAll(
        part -> {
          number[0] = part.is(Kind.ITEM) ? number[0] + 1 : 0;
          return part.is(Kind.ITEM)
              ? part.with("(" + (char) ('a' + number[0] - 1) + ") " + part.html())
              : part;
        });
  }

  private static String guarded(MatchResult mail, Page p) {
    int key = 1 + p.random.nextInt(255);
    StringBuilder hex = new StringBuilder(String.format(Locale.ROOT, "%02x", key));
    mail.group(1).chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%02x", c ^ key)));
    return "<a href=\"/cdn-cgi/l/email-protection#"
        + hex
        + "\"><span class=\"__cf_email__\" data-cfemail=\""
        + hex
        + "\">[email&#160;protected]</span></a>";
  }

  private static void glossary(Page p) {
    p.between(3, "<span class=\"tip\" role=\"tooltip\">" + p.tongue.word("glossary") + "</span>");
  }

  private static List<Integer> headings(Page p) {
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < p.parts.size(); i++) {
      if (p.parts.get(i).is(Kind.HEADING)) {
        at.add(i);
      }
    }
    return at;
  }

  private static void tabs(Page p) {
    List<Integer> at = headings(p);
    StringBuilder bar = new StringBuilder("<ul role=\"tablist\">");
    at.forEach(
        i ->
            bar.append(
                "<li role=\"tab\"><a href=\"#t" + i + "\">" + p.parts.get(i).html() + "</a></li>"));
    for (int n = at.size() - 1; n >= 0; n--) {
      p.parts.add(
          at.get(n),
          Part.raw(
              (n == 0 ? bar + "</ul>" : "</div>")
                  + "<div role=\"tabpanel\" id=\"t"
                  + at.get(n)
                  + "\">"));
    }
    p.parts.add(Part.raw("</div>"));
  }

  private static void moved(Page p) {
    List<Integer> at = headings(p);
    List<Part> last = new ArrayList<>(p.parts.subList(at.get(at.size() - 1), p.parts.size()));
    p.parts.subList(at.get(at.size() - 1), p.parts.size()).clear();
    p.parts.addAll(at.get(1), last);
  }

  /** Beside each of two sections its own first sentence, as sites print it in short. */
  private static void summaries(Page p) {
    List<Integer> at = headings(p);
    for (int n : List.of(6, 2)) {
      Part first = p.parts.get(at.get(n) + 1);
      if (first.is(Kind.PARAGRAPH)) {
        p.parts.add(
            at.get(n) + 1,
            Part.raw(
                "<div class=\"short\"><em>" + first.html().split("(?<=[.:]) ")[0] + "</em></div>"));
      }
    }
  }
}
