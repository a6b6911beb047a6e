package io.clausestream.core.severity;

import io.clausestream.core.change.RevisionDate;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import io.clausestream.core.diff.WordEdit;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.severity.BlockFinding.Nature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one changed block by the rules of its language. */
final class BlockAssessor {

  /** No clause is longer: the rules read so much of a block, in UTF-16 units. */
  private static final int MOST_READ = 128 << 10;

  private static final int FEW_WORDS = 4;

  private final LanguageRules rules;
  private final List<Category> order;

  BlockAssessor(LanguageRules rules, List<Category> order) {
    this.rules = rules;
    this.order = order;
  }

  /**
   * What a changed block says.
   *
   * @param context the words that it hangs on
   */
  BlockFinding assess(Hunk hunk, Context context) {
    ChangedText text = ChangedText.of(read(hunk.textBefore()), read(hunk.textAfter()), rules);
    Nature nature = nature(hunk, text);
    boolean wording = nature == Nature.WORDING || nature == Nature.ENTITY;
    List<QuantityChange> quantities = wording ? QuantityEffects.changes(text) : List.of();
    List<Effect> effects = new ArrayList<>();
    if (wording) {
      effects.addAll(EffectFinder.in(text));
      effects.addAll(QuantityEffects.effects(text, quantities));
    }
    List<Span> spans = new ArrayList<>(text.changed());
    effects.forEach(effect -> spans.add(effect.span()));
    spans.addAll(QuantityEffects.spansBefore(quantities));
    List<String> categories =
        nature == Nature.REVISION_DATE ? List.of() : categories(text, context, effects, spans);
    spans.sort(Comparator.comparing(Span::side).thenComparingInt(Span::start));
    return new BlockFinding(
        new AssessedBlock(hunk, categories, spans.stream().distinct().toList()),
        nature,
        effects,
        quantities,
        renames(text),
        text.changedWords(),
        text.after().signals().stream().anyMatch(m -> m.meaning() == Signal.RETROACTIVE),
        text.isReordered());
  }

  /** What a text says. */
  Set<Statement> says(String text) {
    return rules.says(read(text));
  }

  /** Whether a text speaks of the day from which it applies. */
  boolean isEffective(String text) {
    return rules.signals(rules.words(read(text))).stream()
        .anyMatch(match -> match.meaning() == Signal.EFFECTIVE);
  }

  private static String read(String text) {
    return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
  }

  private static Nature nature(Hunk hunk, ChangedText text) {
    if (RevisionDate.isAll(hunk, text.edits())) {
      return Nature.REVISION_DATE;
    }
    if (hunk.operation() == Operation.MOVED && text.changedWords() == 0) {
      return Nature.MOVE;
    }
    if (hunk.operation() != Operation.MODIFIED) {
      Reading reading = hunk.after().isPresent() ? text.after() : text.before();
      return Names.isAddress(reading) ? Nature.ADDRESS : Nature.WORDING;
    }
    if (Names.isAddressOnly(text)) {
      return Nature.ADDRESS;
    }
    Set<String> before = Names.companies(text.before());
    Set<String> after = Names.companies(text.after());
    return before.equals(after) || after.isEmpty() ? Nature.WORDING : Nature.ENTITY;
  }

  /** The names that gave way to others, if nothing else differs. */
  private static List<Names.Rename> renames(ChangedText text) {
    List<Names.Rename> renames = new ArrayList<>();
    Optional<WordEdit> gone = Optional.empty();
    for (WordEdit edit : text.edits()) {
      if (edit.type() == WordEdit.Type.INSERTED) {
        String before = gone.map(WordEdit::text).orElse("");
        Optional<Names.Rename> rename = Names.rename(before, edit.text());
        if (rename.isEmpty()) {
          return List.of();
        }
        renames.add(rename.get());
        gone = Optional.empty();
      } else if (gone.isPresent()) {
        return List.of();
      } else if (edit.type() == WordEdit.Type.DELETED) {
        gone = Optional.of(edit);
      }
    }
    return gone.isPresent() ? List.of() : renames;
  }

  /**
   * The subjects of a block: those of the rules that its effects follow, those whose words differ,
   * and otherwise those of its sentences that differ, of the words it hangs on and of its nearest
   * heading.
   */
  private List<String> categories(
      ChangedText text, Context context, List<Effect> effects, List<Span> spans) {
    Set<String> found = new LinkedHashSet<>();
    effects.stream().map(Effect::category).filter(id -> !id.isEmpty()).forEach(found::add);
    if (effects.stream().noneMatch(Effect::isSpecific)) {
      inWords(text.before(), text.deleted(), Span.Side.BEFORE, found, spans);
      inWords(text.after(), text.inserted(), Span.Side.AFTER, found, spans);
    }
    // A word or two that no rule follows seldom tell the subject; their sentence does.
    if (found.isEmpty() || effects.isEmpty() && text.changedWords() <= FEW_WORDS) {
      inSentences(text.before(), text.before().sentencesOf(text.deleted()), found);
      inSentences(text.after(), text.after().sentencesOf(text.inserted()), found);
    }
    if (found.isEmpty()) {
      context.intro().ifPresent(words -> all(words, found));
      context.heading().ifPresent(words -> all(words, found));
    }
    return order.stream().map(Category::id).filter(found::contains).toList();
  }

  private static void inWords(
      Reading reading, List<Span> changed, Span.Side side, Set<String> found, List<Span> spans) {
    for (Match<Category> match : reading.categories()) {
      if (Span.touch(changed, match.start(), match.end()) && found.add(match.meaning().id())) {
        spans.add(new Span(side, match.start(), match.end(), Optional.of(match.meaning().id())));
      }
    }
  }

  private static void inSentences(Reading reading, Set<Integer> sentences, Set<String> found) {
    reading.categories().stream()
        .filter(match -> sentences.contains(match.sentence()))
        .forEach(match -> found.add(match.meaning().id()));
  }

  private void all(String words, Set<String> found) {
    rules.categories(rules.words(read(words))).forEach(match -> found.add(match.meaning().id()));
  }
}
