package io.clausestream.pipeline.settings;

import io.clausestream.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every option must be. */
final class OptionRules {

  /** The stages, and the two edges of the job that are none. */
  private static final Set<String> WORDS =
      Stream.concat(Stream.of(Stage.values()).map(Stage::word), Stream.of("kafka", "metrics"))
          .collect(Collectors.toSet());

  private OptionRules() {}

  /** What is wrong; empty when all is well. */
  static List<String> problems(List<KnownOption> options) {
    List<String> problems = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Set<String> variables = new HashSet<>();
    for (KnownOption option : options) {
      if (!keys.add(option.key())) {
        problems.add("duplicate key " + option.key());
      } else if (!variables.add(option.variable())) {
        problems.add("ambiguous variable " + option.variable());
      }
      if (!WORDS.contains(option.word())) {
        problems.add("no stage: " + option.owner().getSimpleName());
      }
      if (!option.key().startsWith(KnownOptions.PREFIX + option.word() + ".")) {
        problems.add("wrong prefix " + option.key());
      }
      if (option.description().isBlank() || !option.description().endsWith(".")) {
        problems.add("no description of " + option.key());
      }
    }
    options.stream().filter(KnownOption::isMap).forEach(map -> below(map, options, problems));
    return problems;
  }

  /** Of an option of entries, every longer variable is an entry. */
  private static void below(KnownOption map, List<KnownOption> options, List<String> problems) {
    options.stream()
        .filter(option -> option.variable().startsWith(map.variable() + "_"))
        .forEach(option -> problems.add("ambiguous variable " + option.variable()));
  }
}
