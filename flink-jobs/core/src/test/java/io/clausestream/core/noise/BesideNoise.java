package io.clausestream.core.noise;

import static io.clausestream.core.noise.Noise.each;
import static io.clausestream.core.noise.Noise.page;
import static io.clausestream.core.noise.Noise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Noise beside and within the text: counters, teasers, boxes. */
final class BesideNoise {

  private BesideNoise() {}

  static List<Noise> all() {
    List<Noise> kinds = new ArrayList<>(counters());
    kinds.addAll(teasers());
    kinds.addAll(boxes());
    return kinds;
  }

  private static List<Noise> counters() {
    return List.of(
        each("helpful-votes", BesideNoise::votes),
        each("view-count", p -> under(p, p.tongue.format("views", 18_230 + 17 * p.fetch))),
        each("relative-date", p -> under(p, p.tongue.format("ago", 3 + p.fetch / 2))),
        each("share-counts", BesideNoise::shares),
        each("reading-time", BesideNoise::reading),
        each("comments", BesideNoise::comments),
        page("date-alone", p -> p.date = date(p.fetch)));
  }

  private static List<Noise> teasers() {
    return List.of(
        each("promo-within", BesideNoise::promo),
        each("testimonials", BesideNoise::voices),
        site("blog-teasers", BesideNoise::blog),
        each("related-articles", p -> links(p, "related", p.some(p.tongue.words("articles"), 4))),
        each("recently-viewed", BesideNoise::recent),
        each("trending", p -> links(p, "trending", p.some(p.tongue.words("posts"), 5))),
        each("ad-within", BesideNoise::ad),
        each("aside-shuffled", BesideNoise::shuffled));
  }

  private static List<Noise> boxes() {
    return List.of(
        site("newsletter", BesideNoise::newsletter),
        each("tags", BesideNoise::tags),
        page("contents-list", BesideNoise::contents),
        site("print-link", BesideNoise::print),
        each("commit-line", BesideNoise::commit),
        each("survey", BesideNoise::survey),
        each("previous-versions", BesideNoise::versions),
        each("picture-caption", BesideNoise::picture));
  }

  private static void under(Page p, String text) {
    p.under.add("<p class=\"meta\">" + text + "</p>");
  }

  static String date(int fetch) {
    return fetch < Page.ONSET ? "12.01.2026" : fetch < 21 ? "06.03.2026" : "12.03.2026";
  }

  private static void votes(Page p) {
    int votes = 30 + p.fetch + p.random.nextInt(2);
    p.end.add(
        "<div class=\"votes\"><span>%s</span></div>"
            .formatted(p.tongue.format("helpful", votes * 2 / 5, votes)));
  }

  private static void shares(Page p) {
    List<String> share = p.tongue.words("share");
    p.end.add(
        "<div><span>%s 1.%dk</span> <span>%s %d</span> <span>%s</span></div>"
            .formatted(share.get(0), 2 + p.fetch / 5, share.get(1), 310 + p.fetch, share.get(2)));
  }

  private static void reading(Page p) {
    if (p.begun()) {
      under(p, p.tongue.format("reading", p.fetch < 20 ? 7 : 8));
    }
  }

  private static void comments(Page p) {
    List<String> said = p.tongue.words("comments");
    List<String> names = List.of("mira88", "Tom", "k_lenz", "Paola", "Jo");
    p.end.add(
        IntStream.range(0, 3)
            .map(i -> p.fetch / 6 + i)
            .mapToObj(i -> "<p><b>" + names.get(i % 5) + "</b></p><p>" + said.get(i % 5) + "</p>")
            .collect(Collectors.joining("", "<div class=\"cm\">", "</div>")));
  }

  private static void promo(Page p) {
    String text = p.any(p.tongue.words("promos"));
    p.between(
        4,
        "<div class=\"pr\"><p>"
            + text
            + "</p><a href=\"/go\">"
            + p.tongue.word("new")
            + "</a></div>");
  }

  private static void voices(Page p) {
    p.end.add(
        p.some(p.tongue.words("voices"), 2).stream()
            .map(v -> "<div class=\"slide\"><p>" + v + "</p></div>")
            .collect(Collectors.joining()));
  }

  private static void blog(Page p) {
    List<String> posts = p.tongue.words("posts");
    List<String> promos = p.tongue.words("promos");
    p.end.add(
        IntStream.range(0, 3)
            .map(i -> p.fetch / 4 + i)
            .mapToObj(
                i ->
                    "<div><h3><a href=\"/go\">%s</a></h3><p>%s</p></div>"
                        .formatted(posts.get(i % 6), promos.get(i % 4)))
            .collect(Collectors.joining("", "<h2>" + p.tongue.word("blogHead") + "</h2>", "")));
  }

  private static void links(Page p, String head, List<String> titles) {
    p.end.add(
        titles.stream()
            .map(t -> "<li><a href=\"/go\">" + t + "</a></li>")
            .collect(Collectors.joining("", "<h3>" + p.tongue.word(head) + "</h3><ul>", "</ul>")));
  }

  private static void recent(Page p) {
    if (p.begun()) {
      links(p, "recent", p.some(p.tongue.words("articles"), 1 + p.random.nextInt(3)));
    }
  }

  private static void ad(Page p) {
    p.between(
        2,
        "<div class=\"a-%d\"><small>%s</small><div>%s</div></div>"
            .formatted(p.fetch, p.tongue.word("ad"), p.any(p.tongue.words("ads"))));
  }

  private static void shuffled(Page p) {
    p.some(p.tongue.words("articles"), 8)
        .forEach(a -> p.aside.add("<p><a href=\"/go\">" + a + "</a></p>"));
  }

  private static void newsletter(Page p) {
    if (p.begun()) {
      List<String> words = p.tongue.words("newsletter");
      p.end.add(
          "<div class=\"nl\"><h3>%s</h3><p>%s</p><form><input type=\"email\"><button>%s</button></form></div>"
              .formatted(words.get(0), words.get(1), words.get(2)));
    }
  }

  private static void tags(Page p) {
    p.tongue
        .words("tags")
        .subList(p.begun() ? 1 : 0, p.fetch >= 22 ? 6 : 4)
        .forEach(t -> p.end.add("<a class=\"tag\" href=\"/go\">" + t + "</a>"));
  }

  private static void contents(Page p) {
    if (p.begun() && p.fetch < 25) {
      p.under.add(
          p.parts.stream()
              .filter(part -> part.is(Part.Kind.HEADING))
              .map(part -> "<li><a href=\"#s\">" + part.html() + "</a></li>")
              .collect(Collectors.joining("", "<p>" + p.tongue.word("toc") + "</p><ul>", "</ul>")));
    }
  }

  private static void print(Page p) {
    if (p.begun()) {
      List<String> words = p.tongue.words("print");
      p.under.add(
          "<p><a href=\"/p\">%s</a> <a href=\"/f\">%s</a></p>"
              .formatted(words.get(0), words.get(1)));
    }
  }

  private static void commit(Page p) {
    List<String> words = p.tongue.words("edit");
    String who = List.of("mlindner", "p-osei", "janek").get(p.fetch / 7 % 3);
    String id = Integer.toHexString(0x3fa9c + p.fetch / 7 * 7919);
    p.end.add(
        "<div><a href=\"/go\">%s</a> <span>%s</span> <span>%s</span></div>"
            .formatted(
                words.get(0),
                words.get(1).formatted(id, who),
                words.get(2).formatted(4 + p.fetch / 7)));
  }

  private static void survey(Page p) {
    List<String> words = p.tongue.words("useful");
    p.end.add(
        p.random.nextInt(4) == 0
            ? "<div class=\"sv\"><p>" + words.get(3) + "</p></div>"
            : "<div class=\"sv\"><p>%s</p><span>%s</span> <span>%s</span></div>"
                .formatted(words.get(0), words.get(1), words.get(2)));
  }

  private static void versions(Page p) {
    StringBuilder list = new StringBuilder("<h3>" + p.tongue.word("versions") + "</h3><ul>");
    if (p.begun()) {
      list.append("<li><a href=\"/v3\">12.01.2026</a></li>");
    }
    list.append(
        "<li><a href=\"/v2\">03.08.2024</a></li><li><a href=\"/v1\">25.05.2018</a></li></ul>");
    p.end.add(list.toString());
  }

  private static void picture(Page p) {
    String caption = p.any(p.tongue.words("posts"));
    p.between(
        1,
        "<figure><img src=\"/i.jpg\" alt=\""
            + caption
            + "\"><figcaption>"
            + caption
            + "</figcaption></figure>");
  }
}
