package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Schema, page and topics are what their sources say; {@code -Dclausestream.docs=write} writes. */
class GeneratedFilesTest {

  private static final AnnotatedValues VALUES =
      AnnotatedValues.parse(ChartFiles.read(ChartFiles.VALUES));

  @Test
  void theSchemaSaysWhatTheValuesSay() throws IOException {
    check("values.schema.json", ValuesSchema.render(VALUES));
  }

  @Test
  void thePageSaysWhatTheValuesSay() throws IOException {
    check("values.md", ValuesPage.render(VALUES));
  }

  @Test
  void theTopicsAreThoseOfTheCatalogue() throws IOException {
    check("files/topics.yaml", TopicsFile.render());
  }

  @Test
  void everyValueIsDescribedInSentences() {
    assertThat(VALUES.values()).hasSizeGreaterThan(50);
    assertThat(VALUES.values())
        .allSatisfy(value -> assertThat(value.comment().description()).endsWith("."));
    assertThat(ValuesSchema.render(VALUES)).doesNotContain("\"description\" : \"\"");
  }

  @Test
  void theChartIsOfThisVersionOfTheEngine() {
    String version = ChartFiles.yaml(chart()).path("appVersion").asText();

    assertThat(ChartFiles.read(ChartFiles.ROOT.resolve("pom.xml")))
        .contains("<artifactId>clausestream</artifactId>\n  <version>" + version + "</version>");
  }

  @Test
  void theJobIsOfTheVersionOfFlinkThatItIsBuiltWith() {
    String[] numbers = property("flink.version").split("\\.");

    assertThat(VALUES.defaults().at("/job/flinkVersion").asText())
        .isEqualTo("v" + numbers[0] + "_" + numbers[1]);
    assertThat(dockerfile("job")).contains("=flink:" + property("flink.version") + "-java17");
  }

  @Test
  void theImagesAreWhatTheChartStarts() {
    String job = dockerfile("job");
    String command = dockerfile("cli");

    assertThat(template("flinkdeployment.yaml"))
        .contains("local:///opt/flink/usrlib/clausestream-job.jar");
    assertThat(job)
        .contains("target/clausestream-job.jar /opt/flink/usrlib/clausestream-job.jar")
        .contains("USER 9999");
    assertThat(command).contains("USER 9999").contains("eclipse-temurin:17-jre").isNotEqualTo(job);
    assertThat(template("_helpers.tpl")).contains("runAsUser: 9999");
    for (String option : property("clausestream.jvm.opens").split(" ")) {
      assertThat(command).contains("\"" + option + "\"");
    }
  }

  private static String property(String name) {
    String pom = ChartFiles.read(ChartFiles.ROOT.resolve("pom.xml"));
    return pom.split("<" + name + ">")[1].split("<")[0];
  }

  private static String dockerfile(String module) {
    return ChartFiles.read(
        ChartFiles.ROOT.resolve("flink-jobs").resolve(module).resolve("Dockerfile"));
  }

  private static String template(String name) {
    return ChartFiles.read(ChartFiles.CHART.resolve("templates").resolve(name));
  }

  private static String chart() {
    return ChartFiles.read(ChartFiles.CHART.resolve("Chart.yaml"));
  }

  private static void check(String name, String rendered) throws IOException {
    Path file = ChartFiles.CHART.resolve(name);
    if ("write".equals(System.getProperty("clausestream.docs"))) {
      Files.writeString(file, rendered);
    }
    assertThat(file)
        .as("written anew with -Dclausestream.docs=write, as the end of values.md says")
        .exists()
        .content()
        .isEqualTo(rendered);
  }
}
