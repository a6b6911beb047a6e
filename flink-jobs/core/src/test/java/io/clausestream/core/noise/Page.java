package io.clausestream.core.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A page of one fetch, before it is written: noise changes it. Not thread-safe. */
final class Page {

  /** First fetch of noise that begins once. */
  static final int ONSET = 9;

  final Document document;
  final Tongue tongue;
  final String brand;
  final int fetch;
  final RandomGenerator random;
  final int revision;

  List<Part> parts;
  List<String> menu;
  List<String> languages;
  List<String> crumbs;
  List<String> legal;
  final List<String> top = new ArrayList<>();
  final List<String> under = new ArrayList<>();
  final List<String> end = new ArrayList<>();
  final List<String> aside = new ArrayList<>();
  final List<String> foot = new ArrayList<>();
  final List<String> bottom = new ArrayList<>();
  String title;
  String date = "12.01.2026";
  String rights;
  String skip;
  String hash = "k3f9";
  Frame frame;
  Optional<String> instead = Optional.empty();
  UnaryOperator<String> finish = UnaryOperator.identity();

  Page(
      Document document,
      Tongue tongue,
      String brand,
      Frame frame,
      int fetch,
      int revision,
      RandomGenerator random) {
    this.document = document;
    this.tongue = tongue;
    this.brand = brand;
    this.frame = frame;
    this.fetch = fetch;
    this.revision = revision;
    this.random = random;
    this.title = document.title();
    this.parts = new ArrayList<>(document.parts(revision, false));
    label(tongue);
  }

  /** Labels the frame in a language. */
  void label(Tongue labels) {
    menu = labels.words("menu");
    languages = new ArrayList<>(List.of("English", "Deutsch", "Français", "Español", "Polski"));
    crumbs = labels.words("crumbs").subList(0, 3);
    legal = labels.words("legal");
    rights = labels.format("rights", 2026, brand);
    skip = labels.words("skip").get(0);
  }

  /** Whether noise that begins once has begun. */
  boolean begun() {
    return fetch >= ONSET;
  }

  /** One of some texts by chance. */
  String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** Some of the texts in an order of chance. */
  List<String> some(List<String> texts, int count) {
    List<String> left = new ArrayList<>(texts);
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < count && !left.isEmpty()) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }

  /** Puts markup before the heading with this number. */
  void between(int heading, String html) {
    List<Part> after = new ArrayList<>();
    int seen = 0;
    for (Part part : parts) {
      if (part.is(Part.Kind.HEADING) && seen++ == heading) {
        after.add(Part.raw(html));
      }
      after.add(part);
    }
    parts = after;
  }

  /** Changes each part of a kind. */
  void each(Part.Kind kind, UnaryOperator<Part> change) {
    parts.replaceAll(part -> part.is(kind) ? change.apply(part) : part);
  }

  /** Adds a last step to the writing. */
  void then(UnaryOperator<String> step) {
    UnaryOperator<String> before = finish;
    finish = html -> step.apply(before.apply(html));
  }

  /** The page as the server sends it. */
  String html() {
    return finish.apply(instead.orElseGet(() -> frame.render(this)));
  }
}
