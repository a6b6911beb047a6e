package io.clausestream.core.noise;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All kinds of noise, in the order in which they were written. */
final class Kinds {

  private static final List<Noise> ALL =
      Stream.of(SiteNoise.all(), BesideNoise.all(), InkNoise.all(), WholeNoise.all())
          .flatMap(List::stream)
          .toList();

  private Kinds() {}

  static List<Noise> all() {
    return ALL;
  }

  /** One of the halves, by turns: a is mended by, b only counted. */
  static List<Noise> half(String half) {
    return IntStream.range(0, ALL.size())
        .filter(i -> i % 2 == (half.equals("a") ? 0 : 1))
        .mapToObj(ALL::get)
        .toList();
  }

  static String half(Noise noise) {
    return ALL.indexOf(noise) % 2 == 0 ? "a" : "b";
  }
}
