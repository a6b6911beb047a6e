package io.clausestream.core.noise;

import static io.clausestream.core.noise.Noise.each;
import static io.clausestream.core.noise.Noise.page;
import static io.clausestream.core.noise.Noise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Noise of a whole page: another one is served, or the same in another frame. */
final class WholeNoise {

  /** Fetches of the misfortunes; some fall on the fetch of an edit or on the next. */
  private static final Set<Integer> BAD = Set.of(6, 13, 19, 28, 33);

  private WholeNoise() {}

  static List<Noise> all() {
    List<Noise> kinds = new ArrayList<>(refusals());
    kinds.addAll(versions());
    return kinds;
  }

  private static List<Noise> refusals() {
    return List.of(
        page("truncated", WholeNoise::truncated),
        page("error-page", p -> bad(p, card(p, "error"))),
        site("captcha", p -> bad(p, bare(p, "captcha"))),
        page("login-page", p -> bad(p, login(p))),
        site("consent-wall", p -> bad(p, bare(p, "wall"))),
        site("maintenance", p -> bad(p, bare(p, "maintenance"))),
        page("loading-shell", p -> bad(p, shell(p))),
        page("error-in-frame", p -> bad(p, framed(p, "error"))));
  }

  private static List<Noise> versions() {
    return List.of(
        page("other-page", p -> bad(p, framed(p, "about"))),
        page("home-page", p -> bad(p, home(p))),
        page("geo-variant", WholeNoise::abroad),
        page("old-version", WholeNoise::old),
        site("redesign", p -> p.frame = p.frame.plus(p.begun() ? 3 : 0)),
        site("redesign-with-edit", p -> p.frame = p.frame.plus(p.fetch >= 13 ? 5 : 0)),
        each("frame-ab", p -> p.frame = p.frame.plus(p.random.nextInt(4) == 0 ? 1 : 0)),
        page("title-changed", p -> p.title = p.begun() ? p.title + " – " + p.brand : p.title),
        site(
            "print-view-once",
            p -> p.frame = p.fetch == 10 || p.fetch == 24 ? Frame.PRINT : p.frame));
  }

  private static void bad(Page p, String html) {
    if (BAD.contains(p.fetch)) {
      p.instead = Optional.of(html);
    }
  }

  private static void truncated(Page p) {
    if (BAD.contains(p.fetch)) {
      p.instead =
          Optional.of(p.frame.render(p))
              .map(h -> h.substring(0, h.length() * (3 + p.fetch % 4) / 8));
    }
  }

  private static String bare(Page p, String key) {
    List<String> words = p.tongue.words(key);
    StringBuilder out =
        new StringBuilder(
            "<!DOCTYPE html><html><head><title>"
                + p.brand
                + "</title></head><body><div class=\"c\">");
    out.append("<h1>").append(words.get(0)).append("</h1>");
    words.subList(1, words.size()).forEach(w -> out.append("<p>").append(w).append("</p>"));
    return out.append("<p>ID: ")
        .append(Long.toHexString(p.random.nextLong()))
        .append("</p></div></body></html>")
        .toString();
  }

  private static String card(Page p, String key) {
    return bare(p, key);
  }

  private static String login(Page p) {
    List<String> words = p.tongue.words("login");
    String form =
        "<h1>%s</h1><form method=\"post\"><label>%s</label><input type=\"email\"><label>%s</label><input type=\"password\"><button>OK</button></form><a href=\"/go\">%s</a><p>%s</p>"
            .formatted(words.toArray());
    return within(p, List.of(Part.raw(form)), words.get(0));
  }

  private static String shell(Page p) {
    return within(p, List.of(new Part(Part.Kind.PARAGRAPH, p.tongue.word("loading"))), p.title);
  }

  private static String framed(Page p, String key) {
    List<String> words = p.tongue.words(key);
    return within(
        p,
        words.subList(1, words.size()).stream().map(w -> new Part(Part.Kind.PARAGRAPH, w)).toList(),
        words.get(0));
  }

  private static String home(Page p) {
    List<Part> parts = new ArrayList<>();
    for (String key : List.of("heroes", "promos", "voices", "posts", "articles")) {
      parts.add(new Part(Part.Kind.HEADING, p.tongue.words(key).get(0)));
      p.tongue.words(key).forEach(w -> parts.add(new Part(Part.Kind.PARAGRAPH, w)));
    }
    return within(p, parts, p.brand);
  }

  private static String within(Page p, List<Part> parts, String title) {
    List<Part> text = p.parts;
    String own = p.title;
    p.parts = parts;
    p.title = title;
    String html = p.frame.render(p);
    p.parts = text;
    p.title = own;
    return html;
  }

  private static void abroad(Page p) {
    if (BAD.contains(p.fetch)) {
      p.parts = new ArrayList<>(p.document.parts(p.revision, true));
    }
  }

  /** An old copy of a cache, served once some days after each edit and once before. */
  private static void old(Page p) {
    if (Set.of(6, 17, 31).contains(p.fetch)) {
      p.parts = new ArrayList<>(p.document.parts(p.revision - 1, false));
    }
  }
}
