package io.clausestream.core.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML into a tree, once it is clear that the tree is a small one: size, depth, references
 * and the numbers of rules and phrases are looked at first, in one pass that keeps nothing.
 */
final class YamlTree {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("rules")
          .setMaxAliasesForCollections(0)
          .setCodePointLimit(RuleFile.MAX_BYTES)
          .build();

  /** Deeper than any file of rules. */
  private static final int MAX_DEPTH = 8;

  private final Faults faults;
  private final Deque<Event.ID> open = new ArrayDeque<>();
  private int documents;
  private int rules;
  private int phrases;

  private YamlTree(Faults faults) {
    this.faults = faults;
  }

  /** The root of a text; empty when there is a fault. */
  static Optional<Node> read(String yaml, Faults faults) {
    int size = yaml.length() > RuleFile.MAX_BYTES ? yaml.length() : yaml.getBytes(UTF_8).length;
    if (size > RuleFile.MAX_BYTES) {
      faults.add(
          "holds " + size + " bytes, more than " + RuleFile.MAX_BYTES + "; split or shorten it");
      return Optional.empty();
    }
    try {
      return new YamlTree(faults).isSmall(yaml)
          ? new Compose(SETTINGS).composeString(yaml)
          : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      faults.add(line, "the file", "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      faults.add("is not YAML: " + firstLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }

  private boolean isSmall(String yaml) {
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      if (!isSmall(event)) {
        return false;
      }
    }
    if (documents == 0) {
      faults.add("is empty; write rules into it");
    }
    atMost(rules, RuleFile.MAX_RULES, "categories and statements");
    atMost(phrases, RuleFile.MAX_PHRASES, "phrases");
    return faults.count() == 0;
  }

  private boolean isSmall(Event event) {
    if (event instanceof AliasEvent
        || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      faults.add(line(event), "the file", "has a YAML anchor or alias; write the text out");
      return false;
    }
    switch (event.getEventId()) {
      case DocumentStart -> documents++;
      case MappingStart, SequenceStart -> begin(event.getEventId());
      case MappingEnd, SequenceEnd -> open.pop();
      case Scalar -> phrases += isInSequence() ? 1 : 0;
      default -> {}
    }
    if (documents > 1) {
      faults.add(line(event), "the file", "holds more than one YAML document; split it");
      return false;
    }
    if (open.size() > MAX_DEPTH) {
      faults.add(line(event), "the file", "is nested deeper than " + MAX_DEPTH + " levels");
      return false;
    }
    return true;
  }

  private void begin(Event.ID kind) {
    rules += kind == Event.ID.MappingStart && isInSequence() ? 1 : 0;
    open.push(kind);
  }

  private boolean isInSequence() {
    return open.peek() == Event.ID.SequenceStart;
  }

  private void atMost(int number, int limit, String what) {
    if (number > limit) {
      faults.add("holds " + number + " " + what + ", more than " + limit + "; join or drop some");
    }
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
