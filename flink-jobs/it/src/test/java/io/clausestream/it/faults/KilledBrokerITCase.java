package io.clausestream.it.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the broker, which comes back on the same folder and port. */
@Tag("faults")
class KilledBrokerITCase {

  @Test
  void theJobGoesOnWhenTheBrokerIsBack(@TempDir Path folder) throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(200));
      rig.awaitRecords(20);
      // Nobody need notice: clients try again.
      rig.survives("kill -9 of the broker, back at once", () -> outage(rig, 0), () -> true);
      rig.survives("kill -9 of the broker, away for 20 s", () -> outage(rig, 20), () -> true);
      rig.assertToldOnceEach(undisturbed);
    }
  }

  private static void outage(FaultRig rig, int seconds) throws Exception {
    rig.broker().process().kill();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    rig.await("the end of the outage", () -> System.nanoTime() >= end);
    rig.broker().process().start();
    rig.broker().awaitReady(FaultRig.PATIENCE);
  }
}
