package io.clausestream.it.faults;

import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the JobManager: a new one learns from ZooKeeper what to go on with. */
@Tag("faults")
class KilledJobManagerITCase {

  @Test
  void aNewJobManagerGoesOnWithTheJob(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec.withHighAvailability(true))) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(150));
      rig.awaitRecords(20);
      rig.survives(
          "kill -9 of the JobManager",
          () -> {
            ClusterProcess jobManager = rig.cluster().jobManager();
            jobManager.kill();
            jobManager.start();
          });
      rig.assertToldOnceEach(undisturbed);
    }
  }
}
