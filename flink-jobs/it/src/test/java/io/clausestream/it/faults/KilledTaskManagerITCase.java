package io.clausestream.it.faults;

import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of TaskManagers, one after the other, then both at once. */
@Tag("faults")
class KilledTaskManagerITCase {

  @Test
  void theJobGoesOnWithNewTaskManagers(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.liveOutputs();
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.livePages(), Duration.ofMillis(200));
      rig.awaitRecords(20);
      ClusterProcess first = rig.cluster().taskManagers().get(0);
      ClusterProcess second = rig.cluster().taskManagers().get(1);
      rig.survives(
          "kill -9 of a TaskManager",
          () -> {
            first.kill();
            first.start();
          });
      rig.survives(
          "kill -9 of both TaskManagers",
          () -> {
            first.kill();
            second.kill();
            first.start();
            second.start();
          });
      rig.assertToldOnceEach(undisturbed);
    }
  }
}
