package io.clausestream.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.pipeline.settings.KnownOption;
import io.clausestream.pipeline.settings.KnownOptions;
import java.util.Map;

/** Writes values.schema.json from the annotated values and the engine's options. */
final class ValuesSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SETTINGS = "x-clausestream";
  private static final String KAFKA = "clausestream.kafka.";

  private final AnnotatedValues values;

  private ValuesSchema(AnnotatedValues values) {
    this.values = values;
  }

  static String render(AnnotatedValues values) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Values of the clausestream chart");
    schema.setAll(new ValuesSchema(values).object("", values.defaults()));
    // Helm puts it in when the chart is part of another.
    ((ObjectNode) schema.get("properties")).putObject("global").put("type", "object");
    return ChartFiles.toJson(schema) + "\n";
  }

  private ObjectNode object(String path, JsonNode defaults) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (Map.Entry<String, JsonNode> entry : defaults.properties()) {
      String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      properties.set(entry.getKey(), value(below, entry.getValue()));
    }
    return schema;
  }

  private ObjectNode value(String path, JsonNode standard) {
    AnnotatedValues.Comment comment = values.comment(path);
    if (standard.isObject() && comment.description().isEmpty()) {
      return object(path, standard);
    }
    ObjectNode schema = NODES.objectNode();
    schema.put("description", comment.description());
    if (!standard.isNull()) {
      schema.put("type", type(standard));
    }
    if (comment.schema().has(SETTINGS)) {
      return settings(schema);
    }
    schema.setAll(comment.schema());
    return schema;
  }

  private static String type(JsonNode standard) {
    return switch (standard.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> standard.isIntegralNumber() ? "integer" : "number";
      default -> "string";
    };
  }

  /** The engine's options, but where the brokers are and how, which has a part of its own. */
  private static ObjectNode settings(ObjectNode schema) {
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (KnownOption option : KnownOptions.shipped().all()) {
      boolean elsewhere = option.isMap() || option.key().equals(KAFKA + "bootstrap-servers");
      if (!elsewhere) {
        properties
            .putObject(option.key())
            .put("type", "string")
            .put("description", option.description());
      }
    }
    return schema;
  }
}
