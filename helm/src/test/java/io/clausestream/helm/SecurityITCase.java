package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No pod is root or writes to its image, no resource holds a secret, and what talks is bounded. */
class SecurityITCase {

  private static final Rendered PRODUCTION = Rendered.of(ChartFiles.scenario("production"));

  static List<Path> scenarios() {
    return ChartFiles.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noPodIsRoot(Path scenario) {
    assertThat(Rendered.of(scenario).pods())
        .isNotEmpty()
        .allSatisfy(
            pod -> {
              JsonNode security = pod.get("securityContext");
              assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
              assertThat(security.path("runAsUser").asInt()).isEqualTo(9999);
              assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
              assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noContainerWritesToItsImage(Path scenario) {
    assertThat(Rendered.of(scenario).pods().flatMap(Rendered::containers))
        .isNotEmpty()
        .allSatisfy(
            container -> {
              JsonNode security = container.get("securityContext");
              assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
              assertThat(Rendered.elements(container.path("volumeMounts")))
                  .extracting(mount -> mount.path("mountPath").asText())
                  .contains("/tmp");
            });
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyMountHasItsVolume(Path scenario) {
    assertThat(Rendered.of(scenario).pods())
        .allSatisfy(
            pod ->
                assertThat(
                        Rendered.containers(pod)
                            .flatMap(container -> Rendered.elements(container.path("volumeMounts")))
                            .map(mount -> mount.path("name").asText()))
                    .isSubsetOf(
                        Rendered.elements(pod.path("volumes"))
                            .map(volume -> volume.path("name").asText())
                            .toList()));
  }

  /** Passwords come from mounted files, those of the store by reference. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void noResourceHoldsASecret(Path scenario) {
    Rendered rendered = Rendered.of(scenario);

    assertThat(rendered.ofKind("Secret")).isEmpty();
    assertThat(
            rendered
                .pods()
                .flatMap(Rendered::containers)
                .flatMap(container -> Rendered.elements(container.path("env")))
                .filter(variable -> isSecret(variable.path("name").asText())))
        .allSatisfy(
            variable ->
                assertThat(
                        variable.at("/valueFrom/secretKeyRef").has("name")
                            || variable.path("value").asText().startsWith("${dir:/etc/"))
                    .as("%s", variable)
                    .isTrue());
  }

  private static boolean isSecret(String variable) {
    return variable.matches(".*(PASSWORD|PASSPHRASE|JAAS|SECRET|ACCESS_KEY).*");
  }

  @Test
  void theSecretsOfDeliveryAreFilesOfOneFolder() {
    JsonNode pod = PRODUCTION.one("Deployment").at("/spec/template/spec");
    JsonNode secrets =
        Rendered.elements(pod.get("volumes"))
            .filter(volume -> volume.path("name").asText().equals("secrets"))
            .findFirst()
            .orElseThrow();

    assertThat(secrets.at("/projected/sources")).hasSize(2);
    assertThat(secrets.at("/projected/sources/0/secret/name").asText())
        .isEqualTo("clausestream-webhooks");
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
  }

  @Test
  void aTargetThatASubscriberNamesLeadsNowhereInside() {
    JsonNode egress = PRODUCTION.one("NetworkPolicy", "demo-delivery").at("/spec/egress");
    JsonNode world =
        Rendered.elements(egress)
            .filter(rule -> rule.at("/to/0").has("ipBlock"))
            .findFirst()
            .orElseThrow();

    assertThat(world.at("/to/0/ipBlock/except"))
        .extracting(JsonNode::asText)
        .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    assertThat(world.get("ports"))
        .extracting(port -> port.path("port").asInt())
        .containsExactly(443, 465, 587);
  }

  @Test
  void everyPodHasAPolicyThatBoundsBothWays() {
    assertThat(PRODUCTION.ofKind("NetworkPolicy"))
        .hasSize(3)
        .allSatisfy(
            policy ->
                assertThat(policy.at("/spec/policyTypes"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Ingress", "Egress"));
    JsonNode components =
        PRODUCTION.one("NetworkPolicy", "demo-commands").at("/spec/podSelector/matchExpressions/0");
    assertThat(components.get("values"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            PRODUCTION
                .ofKind("Job")
                .map(job -> job.at("/spec/template/metadata/labels"))
                .map(labels -> labels.path("app.kubernetes.io/component").asText())
                .toList());
  }

  @Test
  void theJobsAccountMayTouchNothingElse() {
    ArrayNode rules = (ArrayNode) PRODUCTION.one("Role").get("rules");

    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.get("resources"))
                  .extracting(JsonNode::asText)
                  .isSubsetOf(
                      "pods", "configmaps", "services", "deployments", "deployments/finalizers");
              assertThat(rule.get("verbs")).extracting(JsonNode::asText).doesNotContain("*");
            });
    assertThat(PRODUCTION.one("RoleBinding").at("/subjects/0/name").asText())
        .isEqualTo(PRODUCTION.one("FlinkDeployment").at("/spec/serviceAccount").asText());
  }
}
