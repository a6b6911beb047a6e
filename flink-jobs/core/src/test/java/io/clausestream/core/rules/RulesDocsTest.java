package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page on rules says is so. */
class RulesDocsTest {

  private static final Path PAGE = Path.of("../docs/rules.md");

  @Test
  void theExampleHasNoFaults() throws IOException {
    String page = Files.readString(PAGE);
    String example = page.substring(page.indexOf("```yaml\n") + 8);

    assertThat(RuleFile.read(example.substring(0, example.indexOf("```"))).faults()).isEmpty();
  }

  @Test
  void everyReasonAndSignalIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);

    for (RuleRefusal.Reason reason : RuleRefusal.Reason.values()) {
      assertThat(page).contains("`" + reason + "`");
    }
    for (Signal signal : Signal.values()) {
      assertThat(page).contains(signal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
