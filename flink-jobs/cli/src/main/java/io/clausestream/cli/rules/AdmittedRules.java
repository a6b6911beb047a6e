package io.clausestream.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.rulefile.RuleFiles;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.rules.RuleFile;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.schema.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions on a broker's topic of rules, and the shipped one. */
final class AdmittedRules {

  /** What names the rules of this release. */
  static final String SHIPPED = "shipped";

  private AdmittedRules() {}

  /** The admitted versions, by the instant from which they hold. */
  static List<Rule> of(KafkaConnection broker) {
    Map<String, Rule> byKey = new LinkedHashMap<>();
    try (TopicReader<Rule> reader =
        TopicReader.fromBeginning(broker, TopicCatalogue.RULES, Rule.class)) {
      reader.readToEnd(rule -> byKey.put(key(rule), rule));
    }
    return byKey.values().stream().sorted(Comparator.comparing(Rule::getEffectiveFrom)).toList();
  }

  static String key(Rule rule) {
    return rule.getRuleSetId() + "@" + rule.getVersion();
  }

  /**
   * The text of a version.
   *
   * @param name {@code shipped}, or id@version
   * @throws UserMistake when the broker has none of that name
   */
  static String text(String name, BrokerOptions broker) {
    if (name.equals(SHIPPED)) {
      return shipped();
    }
    List<Rule> all = of(broker.connect(TopicCatalogue.RULES));
    return all.stream()
        .filter(rule -> key(rule).equals(name))
        .map(Rule::getText)
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistake(
                    "There are no rules '"
                        + name
                        + "'; choose "
                        + SHIPPED
                        + all.stream().map(rule -> ", " + key(rule)).reduce("", String::concat)
                        + "."));
  }

  /**
   * The rules that a name or a file stands for.
   *
   * @throws UserMistake when there are none, or they have faults
   */
  static RuleSet rules(String name, BrokerOptions broker) {
    return name.equals(SHIPPED) || name.contains("@") && !Files.exists(Path.of(name))
        ? RuleFile.read(text(name, broker)).orThrow()
        : RuleFiles.rules(Path.of(name));
  }

  private static String shipped() {
    try (InputStream in = ShippedRules.class.getResourceAsStream("governance.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the shipped rules.");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
