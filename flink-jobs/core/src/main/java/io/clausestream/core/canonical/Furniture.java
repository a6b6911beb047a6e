package io.clausestream.core.canonical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * What structure shows to be furniture of the site and no part of the document.
 *
 * <p>Elements and roles are trusted everywhere. Words in class names and ids are trusted only
 * outside the main content: redesigns put such words on wrappers of the content itself.
 */
final class Furniture {

  private static final Set<String> NEVER_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "canvas",
          "video",
          "audio",
          "head",
          "button",
          "select",
          "input",
          "textarea",
          "option",
          "map");
  private static final Set<String> SITE_ELEMENTS = Set.of("nav", "footer", "aside", "dialog");
  private static final Set<String> TITLES =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary");
  private static final String ANY_TITLE = "h1, h2, h3, h4, h5, h6";
  private static final String ANY_DOCUMENT = "h1, main, article";
  private static final Set<String> SITE_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "complementary",
          "alert",
          "status",
          "progressbar",
          "tooltip");

  /** Whose contents are presentation (WAI-ARIA 1.2): names of icons, say. */
  private static final Set<String> PICTURE_ROLES = Set.of("img", "image");

  private static final Set<String> CONTENT_ROLES = Set.of("tabpanel", "region", "main", "article");
  private static final String[] OVERLAY_WORDS = {
    "cookie-b",
    "cookieb",
    "cookie-consent",
    "cookieconsent",
    "cookie-notice",
    "cookienotice",
    "cookie-popup",
    "cookie-modal",
    "cookie-law",
    "cookie-layer",
    "cookie-message",
    "cookie-overlay",
    "consent-banner",
    "consent-manager",
    "consent-popup",
    "consent-modal",
    "consent-bar",
    "onetrust",
    "didomi",
    "usercentrics",
    "gdpr-banner",
    "gdpr-consent",
    "gdpr-cookie",
    "cmp-container",
    "cmp-banner",
    "newsletter",
    "skip-link",
    "skip-to",
    "breadcrumb"
  };

  private static final String[] CONSENT_PRODUCTS = {
    "cky-",
    "cmplz",
    "cookiebot",
    "cybot",
    "qc-cmp",
    "truste-",
    "truste_",
    "osano",
    "klaro",
    "tarteaucitron",
    "iubenda-cs",
    "borlabs-cookie",
    "moove_gdpr",
    "cc-window",
    "sp_message"
  };

  private static final String[][] OVERLAY_WORDS_BY_LETTER = byLetter(OVERLAY_WORDS);
  private static final String[][] CONSENT_PRODUCTS_BY_LETTER = byLetter(CONSENT_PRODUCTS);

  private Furniture() {}

  /** Words by their first letter, as each name of each element is looked through. */
  private static String[][] byLetter(String[] words) {
    return IntStream.rangeClosed('a', 'z')
        .mapToObj(
            letter ->
                Arrays.stream(words)
                    .filter(word -> word.charAt(0) == letter)
                    .toArray(String[]::new))
        .toArray(String[][]::new);
  }

  /** Whether nothing below the element is text of the document, wherever it stands. */
  static boolean anywhere(Element element, CanonicalRules rules) {
    String name = element.normalName();
    if (name.equals("template") && rules.readsShadowRoots() && isShadowRoot(element)) {
      return false;
    }
    if (NEVER_TEXT.contains(name)) {
      return !name.equals("button") || !isSectionTitle(element);
    }
    if (SITE_ELEMENTS.contains(name) || name.equals("label") && holdsControl(element)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    // The parser has made all names lower case, so the faster look-up finds the same.
    String role = element.attributes().get("role").toLowerCase(Locale.ROOT);
    return !role.isEmpty() && (SITE_ROLES.contains(role) || PICTURE_ROLES.contains(role))
        || isHidden(element, role);
  }

  /** A declarative shadow root (HTML standard, 4.12.3): no template, but what its host shows. */
  private static boolean isShadowRoot(Element template) {
    String mode = template.attr("shadowrootmode");
    return mode.equalsIgnoreCase("open") || mode.equalsIgnoreCase("closed");
  }

  /** A button that unfolds a section carries its title; other buttons carry none of the text. */
  private static boolean isSectionTitle(Element button) {
    Element parent = button.parent();
    return button.hasAttr("aria-expanded")
        && parent != null
        && (TITLES.contains(parent.normalName()) || button.selectFirst(ANY_TITLE) != null);
  }

  private static boolean holdsControl(Element label) {
    return label.selectFirst("select, input, textarea") != null;
  }

  /** Whether the element is furniture, seen that it stands outside the main content. */
  static boolean outsideMain(Element element) {
    if (element.normalName().equals("header")) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    Attributes attributes = element.attributes();
    if (isUndisplayed(attributes.get("style"))) {
      return true;
    }
    return (isOverlay(attributes.get("class")) || isOverlay(attributes.get("id")))
        && !carriesDocument(element);
  }

  /**
   * Headings have ids of their words, and pages note an open dialog on the element around all text.
   */
  private static boolean carriesDocument(Element element) {
    return TITLES.contains(element.normalName()) || element.selectFirst(ANY_DOCUMENT) != null;
  }

  private static boolean isUndisplayed(String style) {
    int at = style.indexOf("display");
    return at >= 0 && style.replace(" ", "").contains("display:none");
  }

  private static boolean isOverlay(String names) {
    String lower = names.toLowerCase(Locale.ROOT);
    return holdsAny(lower, OVERLAY_WORDS_BY_LETTER) || holdsAny(lower, CONSENT_PRODUCTS_BY_LETTER);
  }

  private static boolean holdsAny(String names, String[][] words) {
    for (int at = 0; at < names.length(); at++) {
      char first = names.charAt(at);
      if (first >= 'a' && first <= 'z') {
        for (String word : words[first - 'a']) {
          if (names.startsWith(word, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Hidden for good; what is only collapsed (tabs, accordions, details) stays. */
  private static boolean isHidden(Element element, String role) {
    if (CONTENT_ROLES.contains(role) || isStreamed(element)) {
      return false;
    }
    return element.attributes().hasKey("hidden")
        && !element.attr("hidden").equalsIgnoreCase("until-found")
        && element.attr("aria-labelledby").isEmpty();
  }

  /**
   * A part that a page rendered as a stream brings after the rest and shows by a script: React puts
   * it into a hidden element with such an id.
   */
  private static boolean isStreamed(Element element) {
    return element.attributes().get("id").startsWith("S:");
  }
}
