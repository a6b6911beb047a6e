package io.clausestream.it.faults;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopped with a savepoint, the job goes on from it at another parallelism: more, then fewer. */
@Tag("faults")
class RescaledITCase {

  @Test
  void aSavepointIsRestoredAtAnotherParallelism(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    String savepoints = FaultRig.uri(folder.resolve("savepoints"));
    try (FaultRig rig = FaultRig.start(folder, spec -> spec.withTaskManagers(2, 2))) {
      rig.submitAt(2);
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(250));
      rig.awaitRecords(20);
      rescale(rig, savepoints, 3);
      rescale(rig, savepoints, 1);
      rig.assertToldOnceEach(undisturbed);
    }
  }

  private static void rescale(FaultRig rig, String savepoints, int parallelism) throws Exception {
    rig.survives(
        "stop with savepoint, on at parallelism " + parallelism,
        () -> {
          long begun = System.nanoTime();
          String savepoint =
              rig.rest().stopWithSavepoint(rig.jobId(), savepoints, FaultRig.PATIENCE);
          FaultRig.say(
              "stopped with a savepoint after %.1f s"
                  .formatted(FaultRig.seconds(begun, System.nanoTime())));
          rig.submitFrom(savepoint, parallelism);
        },
        () -> true);
  }
}
