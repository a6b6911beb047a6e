package io.clausestream.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a TaskManager while a checkpoint is under way, which then never ends. */
@Tag("faults")
class KilledInCheckpointITCase {

  private static final int TIMES = 3;
  private static final long LONG_MILLIS = 2_000;

  @Test
  void aCheckpointThatIsCutOffCommitsNothing(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(250));
      rig.awaitRecords(20);
      for (int time = 1; time <= TIMES; time++) {
        ClusterProcess victim = rig.cluster().taskManagers().get(time % 2);
        rig.survives(
            "kill -9 of a TaskManager in a checkpoint", () -> killInCheckpoint(rig, victim));
      }
      rig.assertToldOnceEach(undisturbed);
    }
  }

  /** One that stands still keeps the checkpoint from its end, so that the kill hits it surely. */
  private static void killInCheckpoint(FaultRig rig, ClusterProcess victim) throws Exception {
    victim.freeze();
    rig.await("a checkpoint that does not end", () -> stuck(rig).isPresent());
    long hit = stuck(rig).orElseThrow();
    victim.kill();
    victim.start();
    rig.await("the checkpoint to be given up", () -> status(rig, hit).equals("FAILED"));
  }

  /** The checkpoint that is under way, if one is for longer than any takes. */
  private static Optional<Long> stuck(FaultRig rig) {
    return rig.rest()
        .checkpoints(rig.jobId())
        .map(all -> all.at("/history/0"))
        .filter(newest -> newest.path("status").asText().equals("IN_PROGRESS"))
        .filter(newest -> newest.path("trigger_timestamp").asLong() < now() - LONG_MILLIS)
        .map(newest -> newest.path("id").asLong());
  }

  private static long now() {
    return Instant.now().toEpochMilli();
  }

  private static String status(FaultRig rig, long checkpoint) {
    return rig.rest().checkpoints(rig.jobId()).map(all -> status(all, checkpoint)).orElse("");
  }

  private static String status(JsonNode all, long checkpoint) {
    for (JsonNode one : all.path("history")) {
      if (one.path("id").asLong() == checkpoint) {
        return one.path("status").asText();
      }
    }
    return "";
  }
}
