package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The job's resource is as the operator's definition wants it, and says what matters. */
class FlinkDeploymentITCase {

  static List<Path> scenarios() {
    return ChartFiles.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theOperatorsDefinitionTakesIt(Path scenario) {
    assertThat(OperatorCrd.validate(deployment(scenario))).isEmpty();
  }

  @Test
  void theOverlayOpensNothingElse() {
    ObjectNode deployment = deployment(ChartFiles.scenario("minimal")).deepCopy();
    ((ObjectNode) deployment.get("spec")).put("flinkVersion", "v9_9").put("flinkVersions", "v2_3");
    ((ObjectNode) deployment.at("/spec/jobManager/podTemplate/spec"))
        .put("enableServiceLink", false);

    assertThat(OperatorCrd.validate(deployment)).hasSize(3);
  }

  /** When this fails, a newer operator is served: take the overlay out. */
  @Test
  void theDefinitionEndsBeforeOurVersionOfFlink() {
    assertThat(OperatorCrd.flinkVersions(OperatorCrd.definition()))
        .extracting(JsonNode::asText)
        .contains("v1_20")
        .noneMatch(version -> version.startsWith("v2"));
  }

  @Test
  void theJobOfAProductionIsUpgradedBySavepointAndHighlyAvailable() {
    JsonNode spec = deployment(ChartFiles.scenario("production")).get("spec");
    JsonNode conf = spec.get("flinkConfiguration");

    assertThat(spec.path("flinkVersion").asText()).isEqualTo("v2_3");
    assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("savepoint");
    assertThat(spec.at("/job/entryClass").asText())
        .isEqualTo("io.clausestream.pipeline.job.DetectChangesJob");
    assertThat(spec.at("/job/parallelism").asInt()).isEqualTo(8);
    assertThat(spec.at("/job/allowNonRestoredState").asBoolean()).isFalse();
    assertThat(spec.at("/jobManager/replicas").asInt()).isEqualTo(2);
    assertThat(conf.path("high-availability.type").asText()).isEqualTo("kubernetes");
    assertThat(conf.path("high-availability.storageDir").asText())
        .isEqualTo("s3://governance-state/clausestream/ha");
    assertThat(conf.path("execution.checkpointing.dir").asText()).endsWith("/checkpoints");
    assertThat(conf.path("execution.checkpointing.savepoint-dir").asText()).endsWith("/savepoints");
    assertThat(conf.path("job.autoscaler.enabled").asText()).isEqualTo("true");
    assertThat(conf.path("execution.checkpointing.interval").asText()).isEqualTo("30 s");
  }

  @Test
  void theStateOfRocksDbIsOnAVolumeOfItsOwn() {
    for (Path scenario : ChartFiles.scenarios()) {
      JsonNode spec = deployment(scenario).get("spec");
      String folder =
          spec.get("flinkConfiguration").path("state.backend.rocksdb.localdir").asText();
      JsonNode pod = spec.at("/taskManager/podTemplate/spec");

      assertThat(pod.at("/containers/0/volumeMounts"))
          .filteredOn(mount -> mount.path("mountPath").asText().equals(folder))
          .extracting(mount -> mount.path("name").asText())
          .containsExactly("rocksdb");
      assertThat(spec.at("/jobManager/podTemplate").toString()).doesNotContain("rocksdb");
    }
  }

  @Test
  void aVolumeOfAStorageClassIsClaimedForEachTaskManager() {
    JsonNode volumes =
        deployment(ChartFiles.scenario("production"))
            .at("/spec/taskManager/podTemplate/spec/volumes");

    assertThat(volumes)
        .filteredOn(volume -> volume.path("name").asText().equals("rocksdb"))
        .extracting(volume -> volume.at("/ephemeral/volumeClaimTemplate/spec"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.path("storageClassName").asText()).isEqualTo("fast");
              assertThat(claim.at("/resources/requests/storage").asText()).isEqualTo("100Gi");
            });
  }

  @Test
  void javaIsOpenedToFlinkAsTheBuildOpensIt() {
    JsonNode conf = deployment(ChartFiles.scenario("minimal")).at("/spec/flinkConfiguration");

    assertThat(ChartFiles.read(ChartFiles.ROOT.resolve("pom.xml")))
        .contains(
            "<clausestream.jvm.opens>"
                + conf.path("env.java.opts.all").asText()
                + "</clausestream.jvm.opens>");
  }

  /** All but one TaskManager stay in a drain: five subtasks on slots of two are three. */
  @Test
  void aDrainTakesOneTaskManagerAtATime() {
    JsonNode budget =
        Rendered.of(ChartFiles.scenario("strimzi-tls"))
            .one("PodDisruptionBudget", "watch-taskmanager");

    assertThat(budget.at("/spec/minAvailable").asInt()).isEqualTo(2);
    assertThat(budget.at("/spec").has("maxUnavailable")).isFalse();
  }

  /** Flink writes its config.yaml nested: no key may stand both for a value and for others. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void theSettingsCanStandInANestedFile(Path scenario) {
    List<String> keys = new ArrayList<>();
    deployment(scenario).at("/spec/flinkConfiguration").fieldNames().forEachRemaining(keys::add);

    assertThat(keys)
        .allSatisfy(key -> assertThat(keys).noneMatch(other -> other.startsWith(key + ".")));
  }

  @Test
  void whatIsOffIsNotThere() {
    JsonNode conf = deployment(ChartFiles.scenario("minimal")).at("/spec/flinkConfiguration");

    assertThat(conf.path("web.submit.enable").asText()).isEqualTo("false");
    assertThat(conf.has("high-availability.type")).isFalse();
    assertThat(conf.has("job.autoscaler.enabled")).isFalse();
    assertThat(conf.has("jobmanager.scheduler")).isFalse();
    assertThat(conf.path("s3.path.style.access").asText()).isEqualTo("true");
  }

  @Test
  void aSavepointToGoBackToIsHandedOn() {
    JsonNode job = deployment(ChartFiles.scenario("strimzi-tls")).at("/spec/job");

    assertThat(job.path("initialSavepointPath").asText()).endsWith("/savepoint-1");
    assertThat(job.path("savepointRedeployNonce").asInt()).isEqualTo(1);
    assertThat(job.path("state").asText()).isEqualTo("suspended");
  }

  private static JsonNode deployment(Path scenario) {
    return Rendered.of(scenario).one("FlinkDeployment");
  }
}
