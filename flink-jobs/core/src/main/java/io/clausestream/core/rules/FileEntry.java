package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a file and where it stands; what is wrong with it goes to the faults. One thread.
 */
final class FileEntry {

  private static final int SHOWN = 60;

  private final Node node;
  private final String place;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /** Reads the keys of a node; one that is no mapping has none, which is a fault. */
  FileEntry(Node node, String place, Faults faults) {
    this.node = node;
    this.place = place;
    this.faults = faults;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::put);
    } else {
      fault(node, "must be a mapping of keys, but is " + shown(node));
    }
  }

  private void put(NodeTuple tuple) {
    Optional<String> key = scalar(tuple.getKeyNode());
    if (key.isEmpty()) {
      fault(tuple.getKeyNode(), "has a key that is no word");
    } else if (values.putIfAbsent(key.get(), tuple.getValueNode()) != null) {
      fault(tuple.getKeyNode(), "has the key '" + shorten(key.get()) + "' twice; join them");
    }
  }

  /** Tells of keys that are not known or missing. */
  FileEntry withKeys(Set<String> required, Set<String> optional) {
    Set<String> known = new TreeSet<>(required);
    known.addAll(optional);
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            fault(value, "unknown key '" + shorten(key) + "'; " + NearestName.hint(key, known));
          }
        });
    if (node instanceof MappingNode) {
      new TreeSet<>(required)
          .stream()
              .filter(key -> !values.containsKey(key))
              .forEach(key -> fault(node, "'" + key + "' is missing"));
    }
    return this;
  }

  String place() {
    return place;
  }

  /** The text of a key; empty, and a fault, when it has none. A missing key was told of before. */
  Optional<String> text(String key) {
    Node value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    Optional<String> text = scalar(value).filter(found -> !found.isBlank()).map(String::strip);
    if (text.isEmpty()) {
      fault(value, "'" + key + "' must be a text, but is " + shown(value));
    }
    return text;
  }

  /** The value of a key as one of an enumeration, written in lower case with hyphens. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return text(key).flatMap(text -> choice(values.get(key), "'" + key + "' is", text, type));
  }

  <E extends Enum<E>> Optional<E> choice(Node at, String what, String text, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return Optional.of(constant);
      }
      words.add(word);
    }
    fault(at, what + " '" + shorten(text) + "'; " + NearestName.hint(text, words));
    return Optional.empty();
  }

  /** The items of a list; none, and a fault, when the value is no list or is empty. */
  List<Node> list(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue();
    }
    fault(value, "'" + key + "' must be a list with entries, but is " + shown(value));
    return List.of();
  }

  /** The mapping under a key. */
  Optional<FileEntry> entry(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value -> new FileEntry(value, place + " " + key, faults));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  void forEach(BiConsumer<String, Node> action) {
    values.forEach(action);
  }

  void fault(String key, String message) {
    fault(values.getOrDefault(key, node), message);
  }

  void fault(Node at, String message) {
    faults.add(at, place, message);
  }

  void fault(String message) {
    fault(node, message);
  }

  /** The text of a scalar; empty for anything else, and for null. */
  static Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  static String shown(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().isEmpty() ? "an empty list" : "a list";
    }
    return scalar(node)
        .filter(text -> !text.isBlank())
        .map(text -> "'" + shorten(text) + "'")
        .orElse("empty");
  }

  static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
