package io.clausestream.pipeline.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All options of the engine: those of every {@code …Options} class beside {@code KafkaOptions}. */
public final class KnownOptions {

  /** What every key begins with. */
  public static final String PREFIX = "clausestream.";

  /** What every environment variable begins with. */
  public static final String VARIABLE_PREFIX = "CLAUSESTREAM_";

  private static final KnownOptions SHIPPED = new KnownOptions(OptionClasses.find());

  private final List<KnownOption> options;

  KnownOptions(List<KnownOption> options) {
    this.options = options.stream().sorted(Comparator.comparing(KnownOption::key)).toList();
  }

  /** The options of this version. */
  public static KnownOptions shipped() {
    return SHIPPED;
  }

  /** Each option, by key. */
  public List<KnownOption> all() {
    return options;
  }

  /** The option that a key sets, or an entry of which it sets. */
  public Optional<KnownOption> ofKey(String key) {
    return options.stream()
        .filter(
            option ->
                option.key().equals(key) || option.isMap() && key.startsWith(option.key() + "."))
        .findFirst();
  }

  /**
   * The key that an environment variable sets. Of an entry the rest of the name is in lower case,
   * with a dot for each underscore.
   */
  public Optional<String> keyOf(String variable) {
    return options.stream().flatMap(option -> keyOf(variable, option)).findFirst();
  }

  private static Stream<String> keyOf(String variable, KnownOption option) {
    if (variable.equals(option.variable())) {
      return Stream.of(option.key());
    }
    String entries = option.variable() + "_";
    return option.isMap() && variable.startsWith(entries)
        ? Stream.of(
            option.key()
                + "."
                + variable.substring(entries.length()).toLowerCase(Locale.ROOT).replace('_', '.'))
        : Stream.empty();
  }

  /** The key that is most like a wrong one. */
  String nearestKey(String wrong) {
    return NearestName.of(wrong, options.stream().map(KnownOption::key).toList());
  }

  /** The environment variable that is most like a wrong one. */
  String nearestVariable(String wrong) {
    return NearestName.of(
        wrong,
        Stream.concat(
                options.stream().map(KnownOption::variable),
                Stream.of(LauncherVariable.values()).map(LauncherVariable::variable))
            .toList());
  }
}
