package io.clausestream.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.connector.kafka.LogFields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms of the log, as a process of its own writes them. */
class LogFormatITCase {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void asJsonEachLineIsAnObjectWithTheIdsAsFields() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run("console", "json").lines().toList()) {
      lines.add(JSON.readTree(line));
    }

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).fieldNames())
        .toIterable()
        .containsExactly("time", "level", "logger", "thread", "message");
    assertThat(lines.get(0).path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\.\\d+Z");
    JsonNode about = lines.get(1);
    assertThat(about.path("message").asText()).isEqualTo(LoggedLines.HOSTILE);
    assertThat(about.path("documentId").asText()).isEqualTo("Marrowby/Privacy \"Policy\"");
    assertThat(about.path("topic").asText()).isEqualTo("page-fetches");
    assertThat(about.path("offset").asText()).isEqualTo("42");
    assertThat(about.has("changeId")).isFalse();
    assertThat(lines.get(2).path("exception").asText())
        .contains("IllegalStateException: outer", "Caused by: java.lang.RuntimeException: inner");
  }

  @Test
  void withoutASettingItIsTextInTheFile() throws Exception {
    Path file = folder.resolve("clausestream.log");

    assertThat(run(file.toString(), "")).isEmpty();
    assertThat(Files.readString(file)).contains(" INFO ", " plain", " WARN ");
    assertThat(Files.readString(file)).doesNotStartWith("{");
  }

  /** A field that the JSON form forgot would be lost. */
  @Test
  void theJsonFormHasEveryField() throws Exception {
    String form = Files.readString(Path.of("src/main/resources/log4j2.xml"));

    for (String field : LogFields.all()) {
      assertThat(form).contains("\"" + field + "\":\"%enc{%X{" + field + "}}{JSON}\"");
    }
  }

  private String run(String log, String format) throws Exception {
    Path err = folder.resolve("err-" + format);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dclausestream.log=" + log,
                "-Dlog4j2.configurationFile=classpath:log4j2.xml",
                "-cp",
                System.getProperty("java.class.path"),
                LoggedLines.class.getName())
            .redirectError(err.toFile())
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("CLAUSESTREAM_LOG_FORMAT", format);
    assertThat(builder.start().waitFor()).as(Files.readString(err)).isZero();
    assertThat(folder.resolve("out")).isEmptyFile();
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
