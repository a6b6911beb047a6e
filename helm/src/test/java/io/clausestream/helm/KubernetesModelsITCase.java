package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every resource but the job's is as its model wants it, down to the last key. */
class KubernetesModelsITCase {

  static List<Path> scenarios() {
    return ChartFiles.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyResourceIsAsItsModelWantsIt(Path scenario) {
    for (JsonNode resource : Rendered.of(scenario).documents()) {
      if (!resource.path("kind").asText().equals("FlinkDeployment")) {
        assertThatCode(() -> StrictModels.read(resource))
            .as("%s %s", resource.path("kind"), resource.at("/metadata/name"))
            .doesNotThrowAnyException();
      }
    }
  }

  /** The models of the job's pods are checked by the operator's definition, and here again. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void thePodsOfTheJobAreAsTheirModelWantsThem(Path scenario) {
    JsonNode spec = Rendered.of(scenario).one("FlinkDeployment").get("spec");

    for (String path : List.of("/jobManager/podTemplate", "/taskManager/podTemplate")) {
      assertThatCode(() -> StrictModels.read(spec.at(path))).as(path).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployment",
        "Service",
        "Job",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Role",
        "PodMonitor",
        "PrometheusRule",
        "ConfigMap",
        "ServiceAccount"
      })
  void aKeyThatAModelDoesNotKnowIsFound(String kind) {
    Rendered rendered = Rendered.of(ChartFiles.scenario("production"));
    ObjectNode resource = rendered.ofKind(kind).findFirst().orElseThrow().deepCopy();
    JsonNode deep = resource.path("spec");
    ((ObjectNode) (deep.isObject() ? deep : resource)).put("nonsense", 1);

    assertThatThrownBy(() -> StrictModels.read(resource)).hasMessageContaining("nonsense");
  }

  @Test
  void aTopicsKeyThatItsModelDoesNotKnowIsFound() {
    Rendered rendered = Rendered.of(ChartFiles.scenario("strimzi-tls"));
    ObjectNode topic = rendered.ofKind("KafkaTopic").findFirst().orElseThrow().deepCopy();
    ((ObjectNode) topic.get("spec")).put("partition", 1);

    assertThatThrownBy(() -> StrictModels.read(topic)).hasMessageContaining("partition");
  }

  @Test
  void topicsAreThoseOfTheCatalogueWithWhatTheValuesChange() {
    Rendered rendered = Rendered.of(ChartFiles.scenario("strimzi-tls"));
    JsonNode fetches = rendered.one("KafkaTopic", "page-fetches");

    assertThat(rendered.ofKind("KafkaTopic"))
        .hasSize(io.clausestream.connector.kafka.TopicCatalogue.all().size());
    assertThat(fetches.at("/spec/partitions").asInt()).isEqualTo(32);
    assertThat(fetches.at("/spec/config").path("message.timestamp.type").asText())
        .isEqualTo("LogAppendTime");
    assertThat(fetches.at("/metadata/labels").path("strimzi.io/cluster").asText())
        .isEqualTo("governance");
    assertThat(rendered.one("KafkaTopic", "alerts").at("/spec/partitions").asInt()).isEqualTo(8);
    assertThat(rendered.ofKind("Job")).isEmpty();
  }
}
