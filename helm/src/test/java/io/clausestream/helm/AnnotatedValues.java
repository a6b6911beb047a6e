package io.clausestream.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the chart with what the comments above them say. */
final class AnnotatedValues {

  private static final Pattern DESCRIPTION = Pattern.compile("\\s*## (.*)");
  private static final Pattern SCHEMA = Pattern.compile("\\s*# @schema (\\{.*})");
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9.-]+):(?: .*)?");
  private static final int INDENT = 2;

  /**
   * What the comment above a key says.
   *
   * @param description in sentences
   * @param schema what the default does not tell
   */
  record Comment(String description, ObjectNode schema) {}

  /**
   * One value that has a comment of its own.
   *
   * @param path its keys, with dots between
   * @param standard its default
   * @param comment what is said of it
   */
  record Value(String path, JsonNode standard, Comment comment) {}

  private final JsonNode defaults;
  private final Map<String, Comment> comments = new LinkedHashMap<>();
  private final Deque<String> keys = new ArrayDeque<>();
  private final StringBuilder description = new StringBuilder();
  private ObjectNode schema = JsonNodeFactory.instance.objectNode();

  private AnnotatedValues(String text) {
    defaults = ChartFiles.yaml(text);
    text.lines().forEach(this::read);
  }

  static AnnotatedValues parse(String text) {
    return new AnnotatedValues(text);
  }

  JsonNode defaults() {
    return defaults;
  }

  /** What is said of a key; nothing of one that only holds others. */
  Comment comment(String path) {
    return comments.getOrDefault(path, new Comment("", JsonNodeFactory.instance.objectNode()));
  }

  /** All with a comment, in the order of the file. */
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    comments.forEach((path, comment) -> values.add(new Value(path, at(path), comment)));
    return values;
  }

  private JsonNode at(String path) {
    JsonNode node = defaults;
    for (String key : path.split("\\.")) {
      node = node.path(key);
    }
    return node;
  }

  private void read(String line) {
    Matcher text = DESCRIPTION.matcher(line);
    Matcher extra = SCHEMA.matcher(line);
    Matcher key = KEY.matcher(line);
    if (text.matches()) {
      description.append(description.isEmpty() ? "" : " ").append(text.group(1));
    } else if (extra.matches()) {
      schema = (ObjectNode) ChartFiles.json(extra.group(1));
    } else if (key.matches()) {
      key(key.group(1).length() / INDENT, key.group(2));
    }
  }

  private void key(int depth, String key) {
    while (keys.size() > depth) {
      keys.removeLast();
    }
    keys.addLast(key);
    if (!description.isEmpty()) {
      comments.put(String.join(".", keys), new Comment(description.toString(), schema));
    }
    description.setLength(0);
    schema = JsonNodeFactory.instance.objectNode();
  }
}
