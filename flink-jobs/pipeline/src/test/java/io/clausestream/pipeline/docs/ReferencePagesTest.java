package io.clausestream.pipeline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages are what the code says; {@code -Dclausestream.docs=write} writes them. */
class ReferencePagesTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void thePageOfSettingsSaysWhatTheOptionsSay() throws IOException {
    check("configuration.md", ConfigurationPage.render());
  }

  @Test
  void thePageOfMetricsSaysWhatTheMetricsSay() throws IOException {
    check("metrics.md", MetricsPage.render());
  }

  private static void check(String name, String rendered) throws IOException {
    Path page = DOCS.resolve(name);
    if ("write".equals(System.getProperty("clausestream.docs"))) {
      Files.writeString(page, rendered);
    }
    assertThat(page)
        .as("written anew with -Dclausestream.docs=write, as the end of the page says")
        .exists()
        .content()
        .isEqualTo(rendered);
  }
}
