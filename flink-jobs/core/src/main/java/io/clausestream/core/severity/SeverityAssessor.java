package io.clausestream.core.severity;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.rules.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies a rule set to the changed blocks of a document. Immutable and thread-safe. */
public final class SeverityAssessor {

  private final RuleSet rules;
  private final Map<String, BlockAssessor> languages = new HashMap<>();

  /** An assessor with these rules. */
  public SeverityAssessor(RuleSet rules) {
    this.rules = rules;
    for (String language : rules.signals().keySet()) {
      languages.put(
          language, new BlockAssessor(new LanguageRules(rules, language), rules.categories()));
    }
  }

  /** Version of the rules. */
  public String ruleSetVersion() {
    return rules.version();
  }

  /**
   * Assesses a change.
   *
   * @param hunks the changed blocks
   * @param before the document as it was, whole
   * @param language ISO 639-1 code of the language that the document is written in
   */
  public Assessment assess(List<Hunk> hunks, List<Block> before, String language) {
    BlockAssessor assessor = languages.get(language);
    List<BlockFinding> findings =
        assessor == null
            ? hunks.stream().map(BlockFinding::unread).toList()
            : new SaidBefore(before, assessor)
                .of(
                    Netting.of(
                        hunks.stream().map(h -> assessor.assess(h, Optional.empty())).toList()));
    return new Judgement(rules, language, findings).assessment();
  }
}
