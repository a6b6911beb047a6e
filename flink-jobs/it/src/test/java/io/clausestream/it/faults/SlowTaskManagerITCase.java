package io.clausestream.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TaskManager stands still: for less time than it is waited for, and for more. */
@Tag("faults")
class SlowTaskManagerITCase {

  @Test
  void aTaskManagerThatStandsStillForTenSecondsIsWaitedFor(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(150));
      rig.awaitRecords(20);
      rig.survives("SIGSTOP of a TaskManager for 10 s", () -> standStill(rig, 10), () -> true);
      rig.assertToldOnceEach(undisturbed);
      rig.assertNeverRestarted();
    }
  }

  /** It comes back after its work was given to others: what it still sends must not count. */
  @Test
  void aTaskManagerThatWasGivenUpComesBackAndTellsNothingTwice(@TempDir Path folder)
      throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    Configuration impatient = new Configuration();
    impatient.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
    impatient.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(8));
    // A third for the work of the one that is given up.
    try (FaultRig rig =
        FaultRig.start(folder, spec -> spec.withTaskManagers(3, 1).with(impatient))) {
      rig.submitAt(2);
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(200));
      rig.awaitRecords(20);
      ClusterProcess slow = busyTaskManager(rig);
      rig.survives(
          "SIGSTOP of a TaskManager until it is given up, back when others work",
          () -> {
            slow.freeze();
            BooleanSupplier running = () -> rig.rest().isRunning(rig.jobId());
            rig.await("the loss to be noticed", () -> !running.getAsBoolean());
            rig.await("others to work", running);
            slow.thaw();
          },
          () -> true);
      rig.assertToldOnceEach(undisturbed);
    }
  }

  /** One of the TaskManagers that have work: its slots are all taken. */
  private static ClusterProcess busyTaskManager(FaultRig rig) {
    for (JsonNode one : rig.rest().get("/taskmanagers").orElseThrow().path("taskmanagers")) {
      if (one.path("freeSlots").asInt() == 0) {
        String name = one.path("id").asText();
        return rig.cluster().taskManagers().stream()
            .filter(process -> process.name().equals(name))
            .findFirst()
            .orElseThrow();
      }
    }
    throw new IllegalStateException("No TaskManager has work");
  }

  private static void standStill(FaultRig rig, int seconds) throws InterruptedException {
    ClusterProcess slow = rig.cluster().taskManagers().get(0);
    slow.freeze();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    rig.await("the end of the pause", () -> System.nanoTime() >= end);
    slow.thaw();
  }
}
