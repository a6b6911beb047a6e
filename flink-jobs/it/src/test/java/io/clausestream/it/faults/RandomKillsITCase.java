package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cluster.ClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any process, ZooKeeper too, is killed at any moment, at least twenty times in one run. */
@Tag("faults")
class RandomKillsITCase {

  private static final int KILLS = Integer.getInteger("clausestream.random.kills", 20);

  /** The same victims and pauses with the same seed; what they hit differs all the same. */
  private static final long SEED = Long.getLong("clausestream.seed", 20261130);

  private static final int LONGEST_PAUSE_MILLIS = 4_000;

  @Test
  void nothingIsLostHoweverOftenAnythingIsKilled(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    Random random = new Random(SEED);
    FaultRig.say("random kills: -Dclausestream.seed=" + SEED);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec.withHighAvailability(true))) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(400));
      List<ClusterProcess> victims = new ArrayList<>(rig.cluster().processes());
      victims.add(rig.broker().process());
      Map<String, Integer> killed = new TreeMap<>();
      long before = rig.records();
      for (int kill = 0; kill < KILLS; kill++) {
        ClusterProcess victim = victims.get(random.nextInt(victims.size()));
        killed.merge(victim.name(), 1, Integer::sum);
        victim.kill();
        victim.start();
        pause(rig, random.nextInt(LONGEST_PAUSE_MILLIS));
        // Two kills in three hit what has not recovered from the one before.
        if (random.nextInt(3) == 0) {
          rig.broker().awaitReady(FaultRig.PATIENCE);
          rig.awaitRunning();
        }
      }
      FaultRig.say("random kills: " + killed);
      rig.broker().awaitReady(FaultRig.PATIENCE);
      rig.awaitRunning();
      assertThat(rig.records()).as("committed while kills went on").isGreaterThan(before);
      rig.assertToldOnceEach(undisturbed);
    }
  }

  private static void pause(FaultRig rig, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    rig.await("the next kill", () -> System.nanoTime() >= end);
  }
}
