package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk for checkpoints is full for a while. It is one of its own, which root may mount. */
@Tag("faults")
class FullDiskITCase {

  @TempDir Path folder;

  @AfterEach
  void unmount() throws Exception {
    run("umount", checkpoints().toString());
  }

  @Test
  void theJobGoesOnWhenThereIsRoomAgain() throws Exception {
    Files.createDirectories(checkpoints());
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", checkpoints().toString()) == 0,
        "who runs the tests may not mount a small disk");
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig = FaultRig.start(folder, spec -> spec)) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(250));
      rig.awaitRecords(20);
      rig.survives("full disk for checkpoints", () -> fillAndFree(rig), () -> true);
      rig.assertToldOnceEach(undisturbed);
      rig.assertNeverRestarted();
    }
  }

  private void fillAndFree(FaultRig rig) throws Exception {
    Path ballast = checkpoints().resolve("ballast");
    run("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
    assertThat(checkpoints().toFile().getUsableSpace()).isZero();
    long failed = rig.failedCheckpoints();
    rig.await("three checkpoints to fail", () -> rig.failedCheckpoints() >= failed + 3);
    Files.delete(ballast);
  }

  private Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
