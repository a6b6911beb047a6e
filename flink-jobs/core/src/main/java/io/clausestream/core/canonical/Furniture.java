package io.clausestream.core.canonical;

import com.google.re2j.Pattern;
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
  private static final Pattern OVERLAY_WORDS =
      Pattern.compile(
          "(?i)cookie-?(banner|consent|bar|notice|popup|modal|law|layer|message|overlay)"
              + "|consent-?(banner|manager|popup|modal|bar)|onetrust|didomi|usercentrics|cookiebot"
              + "|\\bgdpr|cmp-?(container|banner)|newsletter|skip-?(link|to)|breadcrumb");

  private Furniture() {}

  /** Whether nothing below the element is text of the document, wherever it stands. */
  static boolean anywhere(Element element) {
    String name = element.normalName();
    if (NEVER_TEXT.contains(name) || SITE_ELEMENTS.contains(name)) {
      return true;
    }
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    return !role.isEmpty() && SITE_ROLES.contains(role) || isHidden(element, role);
  }

  /** Whether the element is furniture, seen that it stands outside the main content. */
  static boolean outsideMain(Element element) {
    if (element.normalName().equals("header")) {
      return true;
    }
    String words = element.className() + " " + element.id();
    return words.length() > 1 && OVERLAY_WORDS.matcher(words).find();
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
