package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartITCase {

  private static final int PLATFORMS = 4;
  private static final int ROUNDS = 60;

  @Test
  void aTaskManagerLostInTheMiddleOfTheStreamChangesNothingThatReadersSee(
      @TempDir Path calm, @TempDir Path disturbed) throws Exception {
    List<FetchedPage> captures = TestHistory.captures(PLATFORMS, ROUNDS);

    assertThat(disturbed(captures, disturbed)).isEqualTo(undisturbed(captures, calm));
  }

  private static List<String> undisturbed(List<FetchedPage> captures, Path folder)
      throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      system.feed(captures);
      system.awaitVerdicts(captures.size());
      return alertIds(system);
    }
  }

  private static List<String> disturbed(List<FetchedPage> captures, Path folder) throws Exception {
    int third = captures.size() / 3;
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      system.feed(captures.subList(0, third));
      // Some of these are committed now, some are not: both must come out once.
      LiveSystem.await("a first verdict", () -> system.ledger().law(0).accountedFor() > 0);
      system.feed(captures.subList(third, 2 * third));
      system.loseTaskManager(0);
      system.feed(captures.subList(2 * third, captures.size()));
      system.loseTaskManager(1);
      system.awaitVerdicts(captures.size());
      assertThat(system.ledger().law(captures.size()).holds()).isTrue();
      return alertIds(system);
    }
  }

  private static List<String> alertIds(LiveSystem system) {
    return system.alerts().stream().map(Alert::getAlertId).sorted().toList();
  }
}
