package io.clausestream.core.canonical;

/**
 * How much of a block's text stands in links. A block that is nothing but links leads the reader on
 * (menus, buttons, teasers, tables of contents) and is no text of the document. Sub-processors and
 * products are named in links too, so links to elsewhere count only outside the main content.
 */
final class LinkText {

  /** Where the text that is read stands. */
  enum Kind {
    NONE,
    WITHIN_PAGE,
    ELSEWHERE
  }

  private static final double ALL = 0.9;
  private static final double MENU = 0.8;
  private static final int MENU_LINKS = 4;

  /** Items of a menu are short. */
  private static final int MENU_LABEL = 30;

  /** A link with more text than this says something. */
  private static final int LABEL = 60;

  private int plain;
  private int withinPage;
  private int elsewhere;
  private int links;

  void count(String piece, Kind kind) {
    int visible = 0;
    for (int i = 0; i < piece.length(); i++) {
      visible += piece.charAt(i) > ' ' ? 1 : 0;
    }
    if (visible == 0) {
      return;
    }
    switch (kind) {
      case NONE -> plain += visible;
      case WITHIN_PAGE -> withinPage += visible;
      case ELSEWHERE -> elsewhere += visible;
    }
    links += kind != Kind.NONE ? 1 : 0;
  }

  boolean isFurniture(BlockKind kind, String text, boolean insideDocument) {
    if (links == 0 || kind == BlockKind.HEADING || kind == BlockKind.TABLE_ROW) {
      return false;
    }
    int all = plain + withinPage + elsewhere;
    int linked = withinPage + elsewhere;
    if (withinPage >= ALL * all || isMenu(kind, linked, all, text)) {
      return true;
    }
    return !insideDocument && linked >= ALL * all && text.length() <= LABEL * links;
  }

  private boolean isMenu(BlockKind kind, int linked, int all, String text) {
    return kind == BlockKind.PARAGRAPH
        && links >= MENU_LINKS
        && linked >= MENU * all
        && text.length() <= MENU_LABEL * links;
  }

  void clear() {
    plain = 0;
    withinPage = 0;
    elsewhere = 0;
    links = 0;
  }
}
