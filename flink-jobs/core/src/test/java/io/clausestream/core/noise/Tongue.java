package io.clausestream.core.noise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The labels of a site in a language.
 *
 * @param language code of the language
 * @param labels text by key
 */
record Tongue(String language, Map<String, String> labels) {

  /** The language with this code. */
  static Tongue of(String language) {
    List<String> lines = Resources.text("labels.tsv").lines().toList();
    int column = List.of(lines.get(0).split("\t", -1)).indexOf(language);
    Map<String, String> labels = new HashMap<>();
    lines.forEach(
        line -> {
          String[] cells = line.split("\t", -1);
          labels.put(cells[0], cells[column]);
        });
    return new Tongue(language, labels);
  }

  /** The label. */
  String word(String key) {
    return Objects.requireNonNull(labels.get(key), key);
  }

  /** The labels of a list, changeable. */
  List<String> words(String key) {
    return new ArrayList<>(List.of(word(key).split("\\|", -1)));
  }

  /** The label with values put in. */
  String format(String key, Object... values) {
    return String.format(Locale.ROOT, word(key), values);
  }
}
