package io.clausestream.core.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees phrases of different rules that do not go together. One use. */
final class PhraseConflicts {

  /** A phrase apart from upper and lower case and white space. */
  private record Key(String language, List<Phrase.Element> elements) {}

  private record Beginning(String language, String word) {}

  private record Owner(String place, Statement.Serves serves) {}

  private final Map<Key, Owner> owners = new HashMap<>();
  private final Map<Beginning, Integer> beginnings = new HashMap<>();

  /** Compares a statement with those before it. */
  void add(FileEntry entry, Statement statement) {
    statement
        .words()
        .forEach(
            (language, phrases) ->
                phrases.forEach(phrase -> compare(entry, statement, language, phrase)));
    addAll(entry, statement.words());
    addAll(entry, statement.unless());
  }

  private void compare(FileEntry entry, Statement statement, String language, Phrase phrase) {
    Owner other =
        owners.putIfAbsent(
            new Key(language, phrase.elements()), new Owner(entry.place(), statement.serves()));
    if (other != null && other.serves() != statement.serves()) {
      entry.fault(
          "has the phrase '"
              + phrase.source()
              + "', as has "
              + other.place()
              + ", which serves the other side; drop it from one");
    }
    if (statement.unless().getOrDefault(language, List.of()).stream()
        .anyMatch(unless -> unless.elements().equals(phrase.elements()))) {
      entry.fault(
          "has the phrase '"
              + phrase.source()
              + "' in 'words' and in 'unless', so that it never counts; drop it from one");
    }
  }

  /** Counts the beginnings of phrases: each is tried wherever its first word stands. */
  void addAll(FileEntry entry, Map<String, List<Phrase>> phrases) {
    phrases.forEach((language, list) -> addAll(entry, language, list));
  }

  void addAll(FileEntry entry, String language, List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      for (String word : phrase.elements().get(0).words()) {
        int count = beginnings.merge(new Beginning(language, word), 1, Integer::sum);
        if (count == RuleFile.MAX_SAME_BEGINNING + 1) {
          entry.fault(
              "more than "
                  + RuleFile.MAX_SAME_BEGINNING
                  + " phrases in '"
                  + language
                  + "' begin with '"
                  + FileEntry.shorten(word)
                  + "'; begin some with a rarer word");
        }
      }
    }
  }
}
