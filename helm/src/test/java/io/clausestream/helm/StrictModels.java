package io.clausestream.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * Reads resources into the models of those who read them in a cluster. What a model does not know
 * is an error, although the models would keep it.
 */
final class StrictModels {

  private static final Map<String, String> PACKAGES =
      Map.ofEntries(
          Map.entry("v1", "io.fabric8.kubernetes.api.model"),
          Map.entry("apps/v1", "io.fabric8.kubernetes.api.model.apps"),
          Map.entry("batch/v1", "io.fabric8.kubernetes.api.model.batch.v1"),
          Map.entry("networking.k8s.io/v1", "io.fabric8.kubernetes.api.model.networking.v1"),
          Map.entry("policy/v1", "io.fabric8.kubernetes.api.model.policy.v1"),
          Map.entry("rbac.authorization.k8s.io/v1", "io.fabric8.kubernetes.api.model.rbac"),
          Map.entry("monitoring.coreos.com/v1", "io.fabric8.openshift.api.model.monitoring.v1"),
          Map.entry("kafka.strimzi.io/v1beta2", "io.strimzi.api.kafka.model.topic"));

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new NoSpareRoom())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StrictModels() {}

  /** Takes away the models' place for what they do not know. */
  private static final class NoSpareRoom extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  /**
   * Reads a resource.
   *
   * @throws JsonProcessingException naming what its model does not know
   */
  static Object read(JsonNode resource) throws JsonProcessingException {
    String version = resource.path("apiVersion").asText();
    String name = PACKAGES.get(version) + "." + resource.path("kind").asText();
    try {
      return MAPPER.treeToValue(resource, Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no model for " + version + " " + resource.path("kind"), e);
    }
  }
}
