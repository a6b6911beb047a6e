package io.clausestream.core.rules;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rule set off the tree of its file, and goes on behind each fault. One use. */
final class RuleReader {

  private static final String CATEGORIES = "categories";
  private static final String STATEMENTS = "statements";
  private static final String SIGNALS = "signals";
  private static final String WORDS = "words";
  private static final String UNLESS = "unless";
  private static final String EFFECTIVE_FROM = "effectiveFrom";

  private static final Set<String> FILE_KEYS =
      Set.of("id", "version", EFFECTIVE_FROM, CATEGORIES, STATEMENTS, SIGNALS);
  private static final Set<String> CATEGORY_KEYS = Set.of("id", "name", "weight", WORDS);
  private static final String ENTRIES = "entries";
  private static final String REWORDED = "reworded";
  private static final String MORE = "more";
  private static final String ONCE = "once";
  private static final Set<String> STATEMENT_KEYS =
      Set.of("id", "category", "serves", "level", "says", WORDS);

  private static final String ID = "[a-z0-9][a-z0-9.-]{0,63}";
  private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int LONGEST_TEXT = 300;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** A truth, written in lower case. */
  private enum Once {
    TRUE,
    FALSE
  }

  private final Faults faults;
  private final PhraseConflicts conflicts = new PhraseConflicts();
  private final Map<String, String> places = new HashMap<>();

  RuleReader(Faults faults) {
    this.faults = faults;
  }

  /** The rules of a file; empty when what all the rest hangs on is wrong. */
  Optional<RuleSet> read(Node root) {
    FileEntry file = new FileEntry(root, "the file", faults).withKeys(FILE_KEYS, Set.of());
    Optional<String> id = named(file, "id", ID);
    Optional<String> version = named(file, "version", VERSION);
    Optional<Instant> from = file.text(EFFECTIVE_FROM).flatMap(text -> instant(file, text));
    List<Category> categories = categories(file);
    List<Statement> statements = statements(file, categories);
    Map<String, Map<Signal, List<Phrase>>> signals =
        file.entry(SIGNALS).map(this::signals).orElse(Map.of());
    if (id.isEmpty() || version.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleSet(id.get(), version.get(), from.get(), categories, statements, signals));
  }

  private List<Category> categories(FileEntry file) {
    List<Category> categories = new ArrayList<>();
    for (Node node : file.list(CATEGORIES)) {
      FileEntry entry = rule(node, CATEGORIES, categories.size());
      entry.withKeys(CATEGORY_KEYS, Set.of(ENTRIES));
      Category category =
          new Category(
              ruleId(entry),
              said(entry, "name"),
              entry.choice("weight", Category.Weight.class).orElse(Category.Weight.LOW),
              entry.choice(ENTRIES, Category.Weight.class).orElse(Category.Weight.MEDIUM),
              PhraseReader.byLanguage(entry, WORDS));
      conflicts.addAll(entry, category.words());
      categories.add(category);
    }
    return categories;
  }

  private List<Statement> statements(FileEntry file, List<Category> categories) {
    Set<String> known = categories.stream().map(Category::id).collect(Collectors.toSet());
    List<Statement> statements = new ArrayList<>();
    for (Node node : file.list(STATEMENTS)) {
      FileEntry entry = rule(node, STATEMENTS, statements.size());
      Statement statement =
          statement(entry.withKeys(STATEMENT_KEYS, Set.of(UNLESS, REWORDED, MORE, ONCE)), known);
      conflicts.add(entry, statement);
      statements.add(statement);
    }
    return statements;
  }

  private Statement statement(FileEntry entry, Set<String> categories) {
    String category = entry.text("category").orElse("");
    if (!category.isEmpty() && !categories.contains(category)) {
      entry.fault(
          "category",
          "names the unknown category '"
              + FileEntry.shorten(category)
              + "'; "
              + NearestName.hint(category, categories));
    }
    Statement.Serves serves =
        entry.choice("serves", Statement.Serves.class).orElse(Statement.Serves.USER);
    return new Statement(
        ruleId(entry),
        category,
        serves,
        entry.choice("level", Category.Weight.class).orElse(Category.Weight.LOW),
        entry.choice(REWORDED, Category.Weight.class).orElse(Category.Weight.LOW),
        entry.choice(MORE, Statement.Serves.class).orElse(serves),
        entry.choice(ONCE, Once.class).filter(once -> once == Once.TRUE).isPresent(),
        said(entry, "says"),
        PhraseReader.byLanguage(entry, WORDS),
        PhraseReader.byLanguage(entry, UNLESS));
  }

  private Map<String, Map<Signal, List<Phrase>>> signals(FileEntry entry) {
    if (entry.isEmpty()) {
      entry.fault("holds no language; a language without signals has no rules");
    }
    Map<String, Map<Signal, List<Phrase>>> signals = new LinkedHashMap<>();
    entry.forEach(
        (language, node) -> {
          PhraseReader.checkLanguage(entry, node, language);
          FileEntry words = new FileEntry(node, "signals " + FileEntry.shorten(language), faults);
          signals.put(language, ofLanguage(words));
          signals.get(language).values().forEach(list -> conflicts.addAll(words, language, list));
        });
    return signals;
  }

  private Map<Signal, List<Phrase>> ofLanguage(FileEntry entry) {
    Map<Signal, List<Phrase>> signals = new LinkedHashMap<>();
    entry.forEach(
        (name, node) ->
            entry
                .choice(node, "unknown signal", name, Signal.class)
                .ifPresent(signal -> signals.put(signal, PhraseReader.list(entry, name, node))));
    if (entry.isEmpty()) {
      entry.fault("holds no signal");
    }
    return Map.copyOf(signals);
  }

  private FileEntry rule(Node node, String list, int before) {
    String place = list + "[" + (before + 1) + "]";
    FileEntry unnamed = new FileEntry(node, place, new Faults());
    return new FileEntry(
        node,
        unnamed.text("id").map(id -> place + " '" + FileEntry.shorten(id) + "'").orElse(place),
        faults);
  }

  private String ruleId(FileEntry entry) {
    Optional<String> id = named(entry, "id", ID);
    if (id.isPresent()) {
      String other = places.putIfAbsent(id.get(), entry.place());
      if (other != null) {
        entry.fault("id", "has the same id as " + other + "; rename one");
      }
    }
    return id.orElse("");
  }

  private static Optional<String> named(FileEntry entry, String key, String form) {
    Optional<String> text = entry.text(key);
    if (text.isPresent() && !text.get().matches(form)) {
      entry.fault(
          key,
          "'"
              + key
              + "' is '"
              + FileEntry.shorten(text.get())
              + "'; use up to 64 letters, digits, hyphens and full stops"
              + (form.equals(ID) ? ", in lower case" : ""));
      return Optional.empty();
    }
    return text;
  }

  private static String said(FileEntry entry, String key) {
    Optional<String> text = entry.text(key);
    if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
      entry.fault(key, "'" + key + "' has more than " + LONGEST_TEXT + " letters; shorten it");
    }
    return text.orElse("");
  }

  private static Optional<Instant> instant(FileEntry entry, String text) {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
        return Optional.of(instant);
      }
    } catch (DateTimeParseException e) {
      // Told below, as one that is out of range.
    }
    entry.fault(
        EFFECTIVE_FROM,
        "'effectiveFrom' is '"
            + FileEntry.shorten(text)
            + "'; write an instant from 1970 on, like 2026-03-02T06:00:00Z");
    return Optional.empty();
  }
}
