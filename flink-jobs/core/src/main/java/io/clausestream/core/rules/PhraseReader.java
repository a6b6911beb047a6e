package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the phrases of a file. */
final class PhraseReader {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private PhraseReader() {}

  /** The phrases under a key, by language; empty when the key is missing. */
  static Map<String, List<Phrase>> byLanguage(FileEntry entry, String key) {
    Map<String, List<Phrase>> words = new LinkedHashMap<>();
    Optional<FileEntry> languages = entry.entry(key);
    languages.ifPresent(
        found ->
            found.forEach(
                (language, node) -> {
                  checkLanguage(found, node, language);
                  words.put(language, list(found, language, node));
                }));
    if (languages.isPresent() && languages.get().isEmpty()) {
      entry.fault(key, "'" + key + "' holds no language; write like en: [\"a phrase\"]");
    }
    return words;
  }

  static void checkLanguage(FileEntry entry, Node node, String language) {
    if (!LANGUAGES.contains(language)) {
      entry.fault(
          node,
          "'"
              + FileEntry.shorten(language)
              + "' is no language; use a code of ISO 639-1 such as en, de or fr");
    }
  }

  /** The phrases of a list. */
  static List<Phrase> list(FileEntry entry, String name, Node node) {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      entry.fault(
          node,
          "'"
              + FileEntry.shorten(name)
              + "' must be a list of phrases, but is "
              + FileEntry.shown(node));
      return List.of();
    }
    List<Phrase> phrases = new ArrayList<>();
    Set<List<Phrase.Element>> seen = new HashSet<>();
    for (Node item : sequence.getValue()) {
      phrase(entry, item)
          .ifPresent(
              phrase -> {
                if (!seen.add(phrase.elements())) {
                  entry.fault(item, "has the phrase '" + phrase.source() + "' twice; drop one");
                }
                phrases.add(phrase);
              });
    }
    return phrases;
  }

  private static Optional<Phrase> phrase(FileEntry entry, Node item) {
    Optional<String> text = FileEntry.scalar(item);
    if (text.isEmpty()) {
      entry.fault(
          item, "has a phrase that is " + FileEntry.shown(item) + "; put it in quotation marks");
      return Optional.empty();
    }
    if (text.get().length() > RuleFile.MAX_PHRASE_LENGTH) {
      entry.fault(
          item,
          "the phrase '"
              + FileEntry.shorten(text.get())
              + "' has more than "
              + RuleFile.MAX_PHRASE_LENGTH
              + " letters; split it");
      return Optional.empty();
    }
    try {
      return Optional.of(Phrase.parse(text.get()));
    } catch (IllegalArgumentException e) {
      entry.fault(item, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
