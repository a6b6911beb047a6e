package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of all TaskManagers when a checkpoint is complete and what it holds is not yet
 * committed.
 */
@Tag("faults")
class KilledInCommitITCase {

  @Test
  void whatWasPreCommittedIsCommittedByTheNextAttempt(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(200));
      rig.awaitRecords(20);
      CommitKill kill = new CommitKill(rig);
      rig.survives(
          "kill -9 of all TaskManagers between checkpoint and commit",
          () -> {
            assertThat(kill.untilHit()).as("a kill between the two").isTrue();
            kill.startAll();
          });
      rig.assertToldOnceEach(undisturbed);
    }
  }
}
