package io.clausestream.core.canonical;

import java.util.Locale;
import java.util.Set;
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
    "gdpr-",
    "cmp-container",
    "cmp-banner",
    "newsletter",
    "skip-link",
    "skip-to",
    "breadcrumb"
  };

  private Furniture() {}

  /** Whether nothing below the element is text of the document, wherever it stands. */
  static boolean anywhere(Element element) {
    String name = element.normalName();
    if (NEVER_TEXT.contains(name) || SITE_ELEMENTS.contains(name)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    return !role.isEmpty() && SITE_ROLES.contains(role) || isHidden(element, role);
  }

  /** Whether the element is furniture, seen that it stands outside the main content. */
  static boolean outsideMain(Element element) {
    if (element.normalName().equals("header")) {
      return true;
    }
    return element.hasAttr("class") && isOverlay(element.attr("class"))
        || element.hasAttr("id") && isOverlay(element.attr("id"));
  }

  private static boolean isOverlay(String names) {
    String lower = names.toLowerCase(Locale.ROOT);
    for (String word : OVERLAY_WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Hidden for good; what is only collapsed (tabs, accordions, details) stays. */
  private static boolean isHidden(Element element, String role) {
    if (CONTENT_ROLES.contains(role)) {
      return false;
    }
    return element.hasAttr("hidden")
        && !element.attr("hidden").equalsIgnoreCase("until-found")
        && element.attr("aria-labelledby").isEmpty();
  }
}
