package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pods log and send, and where the feeds stay. */
class ObservabilityITCase {

  private static final Rendered PRODUCTION = Rendered.of(ChartFiles.scenario("production"));
  private static final Rendered DEFAULTS = Rendered.of(ChartFiles.VALUES);
  private static final Pattern JSON_FORM =
      Pattern.compile("<Property name=\"json\">(.*)</Property>");

  /** Job and delivery are searched together, so a line of one has the form of the other. */
  @Test
  void theJobLogsInTheFormOfTheCommands() throws IOException {
    Properties logging = new Properties();
    logging.load(
        new StringReader(
            PRODUCTION
                .one("FlinkDeployment")
                .at("/spec/logConfiguration")
                .path("log4j-console.properties")
                .asText()));
    Matcher form =
        JSON_FORM.matcher(
            ChartFiles.read(
                ChartFiles.ROOT.resolve("flink-jobs/cli/src/main/resources/log4j2.xml")));

    assertThat(form.find()).isTrue();
    assertThat(logging.getProperty("appender.console.layout.pattern")).isEqualTo(form.group(1));
    assertThat(DEFAULTS.one("FlinkDeployment").get("spec").has("logConfiguration")).isFalse();
  }

  @Test
  void everyCommandIsToldTheForm() {
    List<JsonNode> containers =
        List.of(PRODUCTION, DEFAULTS).stream()
            .flatMap(rendered -> rendered.documents().stream())
            .filter(resource -> List.of("Deployment", "Job").contains(kind(resource)))
            .flatMap(resource -> Rendered.containers(resource.at("/spec/template/spec")))
            .toList();

    assertThat(containers)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            container ->
                assertThat(Rendered.elements(container.get("env")))
                    .anyMatch(
                        variable ->
                            variable.path("name").asText().equals("CLAUSESTREAM_LOG_FORMAT")));
  }

  private static String kind(JsonNode resource) {
    return resource.path("kind").asText();
  }

  @Test
  void theJobSendsItsMetricsToTheCollectorThatIsNamedAndMayReachIt() {
    JsonNode conf = PRODUCTION.one("FlinkDeployment").at("/spec/flinkConfiguration");
    String key = "metrics.reporter.otel.";

    assertThat(conf.path(key + "exporter.endpoint").asText())
        .isEqualTo("http://collector.monitoring:4317");
    assertThat(conf.path(key + "exporter.protocol").asText()).isEqualTo("gRPC");
    assertThat(conf.path(key + "interval").asText()).isEqualTo("60 SECONDS");
    assertThat(conf.path(key + "service.name").asText()).isEqualTo("demo");
    assertThat(PRODUCTION.one("NetworkPolicy", "demo-detect-changes").at("/spec/egress").toString())
        .contains("4317");
    assertThat(DEFAULTS.one("FlinkDeployment").at("/spec/flinkConfiguration").fieldNames())
        .toIterable()
        .noneMatch(name -> name.startsWith(key));
  }

  @Test
  void feedsStayOnTheirVolume() {
    JsonNode claim = PRODUCTION.one("PersistentVolumeClaim");
    JsonNode pod = PRODUCTION.one("Deployment").at("/spec/template/spec");

    assertThat(claim.at("/metadata/annotations").path("helm.sh/resource-policy").asText())
        .isEqualTo("keep");
    assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("5Gi");
    assertThat(Rendered.elements(pod.get("volumes")))
        .anyMatch(
            volume -> volume.at("/persistentVolumeClaim/claimName").asText().equals("demo-feeds"));
    assertThat(Rendered.elements(pod.at("/containers/0/args")).map(JsonNode::asText))
        .contains("/var/clausestream/feeds");
    assertThat(DEFAULTS.ofKind("PersistentVolumeClaim")).isEmpty();
  }

  @Test
  void aVolumeForOnePodIsNotSharedByTwo() {
    assertThatThrownBy(
            () ->
                Rendered.of(
                    Rendered.command()
                        .set("delivery.feeds.persistent", "true")
                        .set("delivery.replicas", "2")))
        .hasMessageContaining("needs delivery.feeds.accessMode ReadWriteMany");
    JsonNode alone =
        Rendered.of(Rendered.command().set("delivery.feeds.persistent", "true")).one("Deployment");
    assertThat(alone.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
  }

  /** Without delivery nobody is called for it. */
  @Test
  void alarmsOfDeliveryGoWithDelivery() {
    Rendered without =
        Rendered.of(
            Rendered.command()
                .set("monitoring.prometheusRule.enabled", "true")
                .set("delivery.enabled", "false"));

    assertThat(without.one("PrometheusRule").toString()).doesNotContain("Deliver");
    assertThat(PRODUCTION.one("PrometheusRule").toString())
        .contains("ClausestreamDeliveriesWait", "1000");
  }
}
