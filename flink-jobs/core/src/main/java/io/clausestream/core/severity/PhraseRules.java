package io.clausestream.core.severity;

import com.google.re2j.Pattern;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.Phrase;
import io.clausestream.core.rules.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules of phrases for the assessor that goes by patterns. */
public final class PhraseRules {

  private PhraseRules() {}

  /** The assessor of a rule set. */
  public static SeverityAssessor assessor(io.clausestream.core.rules.RuleSet rules) {
    return new SeverityAssessor(
        rules.equals(io.clausestream.core.rules.ShippedRules.get())
            ? RuleSet.shipped()
            : new RuleSet(
                rules.version(),
                rules.categories().stream().map(PhraseRules::category).toList(),
                rules.statements().stream().map(PhraseRules::wording).toList()));
  }

  private static RuleSet.Category category(Category category) {
    return new RuleSet.Category(
        category.id(), category.weight() == Category.Weight.HIGH, pattern(category.words()));
  }

  private static RuleSet.Wording wording(Statement statement) {
    return new RuleSet.Wording(
        statement.id(),
        statement.serves() == Statement.Serves.PLATFORM ? Direction.ADVERSE : Direction.PROTECTIVE,
        statement.says(),
        pattern(statement.words()));
  }

  private static Pattern pattern(Map<String, List<Phrase>> words) {
    return Pattern.compile(
        words.values().stream()
            .flatMap(List::stream)
            .map(PhraseRules::regex)
            .sorted()
            .collect(Collectors.joining("|", "(?i)\\b(?:", ")\\b")));
  }

  private static String regex(Phrase phrase) {
    StringBuilder regex = new StringBuilder();
    for (Phrase.Element element : phrase.elements()) {
      String words =
          element.words().stream()
              .map(word -> Pattern.quote(word).replace("\\*", "\\pL*"))
              .collect(Collectors.joining("|", "(?:", ")"));
      String before = regex.length() == 0 ? "" : "\\s+";
      if (element.words().isEmpty()) {
        regex.append("(?:\\s+\\S+){0,8}?");
      } else {
        regex.append("(?:").append(before).append(words).append(')');
        regex.append(element.optional() ? "?" : "");
      }
    }
    return regex.toString();
  }
}
