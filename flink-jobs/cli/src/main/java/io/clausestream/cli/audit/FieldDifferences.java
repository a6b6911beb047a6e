package io.clausestream.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields in which two changes differ, as {@link FieldRules} say. One use. */
final class FieldDifferences {

  private static final String ABSENT = "absent";

  private final List<FieldDifference> found = new ArrayList<>();

  private FieldDifferences() {}

  /** The fields that must be equal and are not, in the order of the recorded change. */
  static List<FieldDifference> between(JsonNode recorded, JsonNode replayed) {
    FieldDifferences differences = new FieldDifferences();
    differences.objects("", recorded, replayed);
    return differences.found;
  }

  private void values(String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
    if (!FieldRules.mustMatch(path) || recorded != null && recorded.equals(replayed)) {
      return;
    }
    if (recorded == null || replayed == null) {
      differ(path, recorded, replayed);
    } else if (recorded.isObject() && replayed.isObject()) {
      objects(path + ".", recorded, replayed);
    } else if (holdsObjects(recorded) && holdsObjects(replayed)) {
      elements(path, recorded, replayed);
    } else {
      differ(path, recorded, replayed);
    }
  }

  private void objects(String prefix, JsonNode recorded, JsonNode replayed) {
    Set<String> names = new LinkedHashSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    replayed.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      values(prefix + name, recorded.get(name), replayed.get(name));
    }
  }

  private void elements(String path, JsonNode recorded, JsonNode replayed) {
    for (int i = 0; i < Math.max(recorded.size(), replayed.size()); i++) {
      values(path + "[" + i + "]", recorded.get(i), replayed.get(i));
    }
  }

  /** Lists of words are told whole, lists of passages one by one. */
  private static boolean holdsObjects(JsonNode node) {
    return node.isArray() && (node.isEmpty() || node.get(0).isObject());
  }

  private void differ(String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
    found.add(new FieldDifference(path, told(recorded), told(replayed)));
  }

  private static String told(@Nullable JsonNode value) {
    return value == null ? ABSENT : value.toString();
  }
}
