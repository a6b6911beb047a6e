package io.clausestream.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The definition of FlinkDeployment that the operator's jar brings, with two changes.
 *
 * <ul>
 *   <li>Overlay: the enum of {@code flinkVersion} ends at v1_20 there; the newer ones are added.
 *       Nothing else is opened.
 *   <li>What the definition does not name is refused, as strict field validation of Kubernetes does
 *       it; the definition alone would let it pass, and the API server would drop it.
 * </ul>
 */
final class OperatorCrd {

  private static final String FILE = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private OperatorCrd() {}

  /** What is wrong with a FlinkDeployment; nothing, if it is right. */
  static Set<ValidationMessage> validate(JsonNode deployment) {
    return schema().validate(deployment);
  }

  /** The enum as it is in the operator's jar. */
  static JsonNode flinkVersions(JsonNode definition) {
    return definition.at("/properties/spec/properties/flinkVersion/enum");
  }

  static JsonNode definition() {
    try (InputStream file = OperatorCrd.class.getResourceAsStream(FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return ChartFiles.yaml(text).at("/spec/versions/0/schema/openAPIV3Schema");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema schema() {
    ObjectNode definition = (ObjectNode) definition();
    ((ArrayNode) flinkVersions(definition)).add("v2_0").add("v2_1").add("v2_2").add("v2_3");
    ObjectNode properties = (ObjectNode) definition.get("properties");
    properties.putObject("apiVersion").put("type", "string");
    properties.putObject("kind").put("type", "string");
    properties.putObject("metadata").put("type", "object");
    close(definition);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(definition);
  }

  private static void close(JsonNode schema) {
    boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    if (schema.path("properties").isObject() && !open) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.forEach(OperatorCrd::close);
  }
}
