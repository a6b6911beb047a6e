package io.clausestream.core.noise;

import static io.clausestream.core.noise.Noise.each;
import static io.clausestream.core.noise.Noise.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Noise of a site's frame: menus, banners, footers. */
final class SiteNoise {

  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

  private SiteNoise() {}

  static List<Noise> all() {
    List<Noise> kinds = new ArrayList<>(banners());
    kinds.addAll(menus());
    kinds.addAll(footers());
    return kinds;
  }

  private static List<Noise> banners() {
    return List.of(
        site("cookie-banner", SiteNoise::cookieBanner),
        site("cookie-dialog", SiteNoise::cookieDialog),
        site("app-banner", SiteNoise::appBanner),
        site("event-ribbon", SiteNoise::eventRibbon),
        site("outage-notice", SiteNoise::outageNotice),
        site("plans-by-location", SiteNoise::plans),
        site("region-switch", SiteNoise::region),
        site("members-count", SiteNoise::members),
        site("hero-ab", p -> p.top.add("<div class=\"hero\"><h2>" + hero(p) + "</h2></div>")),
        each("status-bar", SiteNoise::status));
  }

  private static List<Noise> menus() {
    return List.of(
        site("menu-new-badge", SiteNoise::badge),
        site("language-order", p -> Collections.rotate(p.languages, p.random.nextInt(5))),
        each("breadcrumb", SiteNoise::crumbs),
        site("menu-item-added", SiteNoise::menuItem),
        site("header-date", SiteNoise::headerDate),
        site("skip-link-label", p -> p.skip = p.begun() ? p.tongue.words("skip").get(1) : p.skip),
        site("labels-in-english", SiteNoise::english));
  }

  private static List<Noise> footers() {
    return List.of(
        site(
            "copyright-year",
            p -> p.rights = p.rights.replace("2026", p.begun() ? "2027" : "2026")),
        site("hiring", SiteNoise::hiring),
        site("open-positions", SiteNoise::positions),
        site("chat-caption", SiteNoise::chat),
        site("build-id", SiteNoise::build),
        each("session-id", SiteNoise::session),
        site("support-hours", SiteNoise::hours));
  }

  private static void cookieBanner(Page p) {
    if (p.random.nextInt(3) > 0) {
      List<String> words = p.tongue.words("cookie");
      p.top.add(
          "<div class=\"x-banner\"><p>%s</p><button>%s</button><button>%s</button></div>"
              .formatted(words.get(0), words.get(1), words.get(2)));
    }
  }

  private static void cookieDialog(Page p) {
    if (p.random.nextInt(3) == 0) {
      List<String> wall = p.tongue.words("wall");
      List<String> words = p.tongue.words("cookie");
      p.bottom.add(
          "<div id=\"cmp-%s\"><h3>%s</h3><p>%s</p><p>%s</p><span>%s</span><span>%s</span></div>"
              .formatted(
                  p.fetch, wall.get(0), wall.get(1), words.get(0), words.get(1), words.get(3)));
    }
  }

  private static void appBanner(Page p) {
    if (p.random.nextBoolean()) {
      List<String> app = p.tongue.words("app");
      p.top.add(
          "<div class=\"smart\"><p>%s</p><a href=\"/app\">%s</a> <a href=\"#\">%s</a></div>"
              .formatted(app.get(0), app.get(1), app.get(2)));
    }
  }

  private static void eventRibbon(Page p) {
    if (p.begun() && p.fetch < 35) {
      p.top.add(
          "<div class=\"ribbon\"><p>%s</p></div>"
              .formatted(p.tongue.format("event", (36 - p.fetch) / 2)));
    }
  }

  private static void outageNotice(Page p) {
    if (p.fetch == 10 || p.fetch == 11 || p.fetch == 13) {
      p.top.add("<div class=\"notice\"><p>" + p.tongue.word("outage") + "</p></div>");
    }
  }

  private static void plans(Page p) {
    String price = p.any(List.of("€9.99", "£8.99", "$10.99", "CHF 11.00", "39 zł"));
    p.top.add("<div class=\"plans\"><p>" + p.tongue.format("plans", price) + "</p></div>");
  }

  private static void region(Page p) {
    if (p.random.nextInt(3) == 0) {
      String country = p.any(List.of("Luxembourg", "Canada", "Japan", "Malta"));
      p.top.add("<div role=\"alert\">" + p.tongue.format("region", country) + "</div>");
    }
  }

  private static void members(Page p) {
    String count = String.format(Locale.ROOT, "%,d", 12_345_678 + 1733 * p.fetch);
    p.under.add("<p class=\"count\">" + p.tongue.format("members", count) + "</p>");
  }

  private static String hero(Page p) {
    return p.any(p.tongue.words("heroes"));
  }

  private static void status(Page p) {
    String now = p.tongue.words("status").get(p.random.nextInt(4) == 0 ? 1 : 0);
    p.bottom.add("<div class=\"st\"><a href=\"/status\">" + now + "</a></div>");
  }

  private static void badge(Page p) {
    if (p.begun()) {
      p.menu.set(2, p.menu.get(2) + " <span>" + p.tongue.word("new") + "</span>");
    }
  }

  private static void crumbs(Page p) {
    List<String> crumbs = p.tongue.words("crumbs");
    if (p.fetch >= 22) {
      crumbs.remove(1);
    } else if (p.begun()) {
      crumbs.remove(2);
    } else {
      crumbs.remove(3);
    }
    p.crumbs = crumbs;
  }

  private static void menuItem(Page p) {
    if (p.begun()) {
      p.menu.add(1, p.tongue.word("trending"));
      p.legal.add(p.tongue.word("versions"));
    }
  }

  private static void headerDate(Page p) {
    LocalDate day = BEGIN.plusDays(p.fetch / 2);
    DayOfWeek name = day.getDayOfWeek();
    String text =
        name.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(p.tongue.language()))
            + ", "
            + day
            + (p.fetch % 2 == 0 ? " 06:02" : " 18:04");
    p.top.add("<div class=\"now\">" + text + "</div>");
  }

  private static void english(Page p) {
    if (p.random.nextInt(5) == 0) {
      p.label(Tongue.of(p.tongue.language().equals("en") ? "de" : "en"));
    }
  }

  private static void hiring(Page p) {
    if (p.fetch >= 11) {
      p.foot.add("<p><a href=\"/jobs\">" + p.tongue.word("hiring") + "</a></p>");
    }
  }

  private static void positions(Page p) {
    p.foot.add("<p>" + p.tongue.format("jobs", 31 + p.random.nextInt(9)) + "</p>");
  }

  private static void chat(Page p) {
    p.bottom.add("<div id=\"chat\"><p>" + p.tongue.words("chat").get(p.fetch % 2) + "</p></div>");
  }

  private static void build(Page p) {
    int build = 4711 + p.fetch / 4;
    p.hash = "h" + Integer.toHexString(build * 7919);
    p.foot.add("<p>v4.%d.%d-%s</p>".formatted(build % 20, build % 7, p.hash));
  }

  private static void session(Page p) {
    String id = Long.toHexString(p.random.nextLong());
    p.foot.add("<p>Ref. " + id + "</p>");
    p.then(html -> html.replace("href=\"/go\"", "href=\"/go?sid=" + id + "\""));
  }

  private static void hours(Page p) {
    int now = p.fetch >= 18 && p.fetch < 24 ? 1 : 0;
    p.aside.add("<div class=\"hours\"><p>" + p.tongue.words("hours").get(now) + "</p></div>");
  }
}
