package io.clausestream.core.noise;

import java.util.function.Consumer;

/**
 * A kind of noise.
 *
 * @param name name of the kind
 * @param reach on which pages of the site it shows
 * @param act what it does to the page of a fetch
 */
record Noise(String name, Reach reach, Consumer<Page> act) {

  /** On which pages of the site a noise shows. */
  enum Reach {
    /** On this page only. */
    PAGE,
    /** On every page, each by its own chance. */
    EACH,
    /** On every page alike. */
    SITE
  }

  static Noise page(String name, Consumer<Page> act) {
    return new Noise(name, Reach.PAGE, act);
  }

  static Noise each(String name, Consumer<Page> act) {
    return new Noise(name, Reach.EACH, act);
  }

  static Noise site(String name, Consumer<Page> act) {
    return new Noise(name, Reach.SITE, act);
  }
}
