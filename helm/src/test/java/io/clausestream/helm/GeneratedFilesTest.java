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
