package io.clausestream.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.rules.Phrase;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.rules.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageRulesTest {

  private static final String TEXT =
      "You may cancel at any time for any reason unless we agree otherwise, and we may not object.";

  @Test
  void signalsAtOnePlaceComeInOneOrderHoweverTheRulesHoldThem() {
    RuleSet shipped = ShippedRules.get();
    List<Signal> names = new ArrayList<>(List.of(Signal.values()));
    RuleSet forward = in(names, shipped);
    Collections.reverse(names);
    RuleSet backward = in(names, shipped);

    assertThat(new LanguageRules(forward, "en").read(TEXT).signals())
        .hasSizeGreaterThan(4)
        .isEqualTo(new LanguageRules(backward, "en").read(TEXT).signals());
  }

  private static RuleSet in(List<Signal> order, RuleSet rules) {
    Map<Signal, List<Phrase>> signals = new LinkedHashMap<>();
    order.forEach(
        name -> signals.put(name, rules.signals().get("en").getOrDefault(name, List.of())));
    return new RuleSet(
        rules.id(),
        rules.version(),
        rules.effectiveFrom(),
        rules.categories(),
        rules.statements(),
        Map.of("en", signals));
  }
}
