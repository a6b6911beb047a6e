package io.clausestream.core.severity;

import io.clausestream.core.change.Finding;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies a rule set to a change: provision by provision, what each began or ceased to say, and
 * then the document as a whole. Immutable and thread-safe.
 */
public final class SeverityAssessor {

  private final RuleSet rules;
  private final Authorities authorities = Authorities.shipped();
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

  /** Assesses a change, in the language that the document is written in. */
  public Assessment assess(Finding.Changed changed) {
    String language = changed.language();
    List<List<BlockFinding>> findings = findings(changed, language);
    List<AssessedProvision> provisions = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      ProvisionChange provision = changed.provisions().get(i);
      if (!findings.get(i).isEmpty()) {
        provisions.add(provision(provision, findings.get(i), language));
      }
    }
    List<BlockFinding> all = findings.stream().flatMap(List::stream).toList();
    Judgement whole = new Judgement(rules, language, all);
    return new Assessment(
        whole.severity(),
        whole.direction(),
        whole.categories(),
        whole.reasons(),
        provisions,
        language,
        EffectiveDates.of(changed, languages.get(language)),
        rules.version());
  }

  private AssessedProvision provision(
      ProvisionChange change, List<BlockFinding> findings, String language) {
    Judgement judgement = new Judgement(rules, language, findings);
    String words = change.after().map(clause -> clause.text()).orElse("");
    return new AssessedProvision(
        change,
        judgement.severity(),
        judgement.direction(),
        judgement.categories(),
        judgement.reasons(),
        findings.stream().flatMap(finding -> finding.quantities().stream()).toList(),
        authorities.namedIn(words),
        findings.stream().anyMatch(BlockFinding::retroactive),
        findings.stream().map(BlockFinding::block).toList());
  }

  /** What is found in the blocks of each provision. */
  private List<List<BlockFinding>> findings(Finding.Changed changed, String language) {
    BlockAssessor assessor = languages.get(language);
    if (assessor == null) {
      return changed.provisions().stream()
          .map(provision -> provision.hunks().stream().map(BlockFinding::unread).toList())
          .toList();
    }
    List<BlockFinding> all = new ArrayList<>();
    for (ProvisionChange provision : changed.provisions()) {
      Context context = Context.of(provision);
      provision.hunks().forEach(hunk -> all.add(assessor.assess(hunk, context)));
    }
    List<BlockFinding> weighed = new SaidBefore(changed.before(), assessor).of(Netting.of(all));
    return split(weighed, changed.provisions());
  }

  private static List<List<BlockFinding>> split(
      List<BlockFinding> findings, List<ProvisionChange> provisions) {
    List<List<BlockFinding>> parts = new ArrayList<>();
    int from = 0;
    for (ProvisionChange provision : provisions) {
      int to = from + provision.hunks().size();
      parts.add(findings.subList(from, to));
      from = to;
    }
    return parts;
  }
}
