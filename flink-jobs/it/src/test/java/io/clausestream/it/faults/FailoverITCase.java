package io.clausestream.it.faults;

import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the suite: a TaskManager and the JobManager are killed in one run. */
@Tag("faults")
@Tag("smoke")
class FailoverITCase {

  @Test
  void aKilledTaskManagerAndAKilledJobManagerLoseNothing(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.SHORT);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec.withHighAvailability(true))) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.SHORT), Duration.ofMillis(200));
      rig.awaitRecords(20);
      rig.survives("kill -9 of a TaskManager", () -> replace(rig.cluster().taskManagers().get(0)));
      rig.survives("kill -9 of the JobManager", () -> replace(rig.cluster().jobManager()));
      rig.assertToldOnceEach(undisturbed);
    }
  }

  private static void replace(ClusterProcess process) throws InterruptedException {
    process.kill();
    process.start();
  }
}
