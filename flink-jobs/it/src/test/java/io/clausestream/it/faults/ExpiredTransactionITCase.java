package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.it.OpenTransactions;
import io.clausestream.pipeline.options.KafkaOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job is away, with output that is not committed, for longer than Kafka keeps it. */
@Tag("faults")
class ExpiredTransactionITCase {

  @Test
  void theJobSaysWhatWasLostAndTellsItAgainFromTheCheckpointBefore(@TempDir Path folder)
      throws Exception {
    var undisturbed = Undisturbed.outputs(Undisturbed.LONG);
    try (FaultRig rig =
        FaultRig.start(folder, spec -> spec)
            .with(KafkaOptions.TRANSACTION_TIMEOUT.key(), "8 s")
            .with(KafkaOptions.LONGEST_OUTAGE.key(), "5 s")) {
      rig.submit();
      rig.feed(Undisturbed.pages(Undisturbed.LONG), Duration.ofMillis(200));
      rig.awaitRecords(20);
      CommitKill kill = new CommitKill(rig);
      assertThat(kill.untilHit()).as("a kill between checkpoint and commit").isTrue();
      long away = System.nanoTime();
      try (OpenTransactions transactions = new OpenTransactions(rig.connection())) {
        rig.await("Kafka to abort what is open", () -> transactions.starts().count() == 0);
      }
      FaultRig.say(
          "transactions of a complete checkpoint aborted by Kafka after %.0f s"
              .formatted(FaultRig.seconds(away, System.nanoTime())));
      Path before = Checkpoints.oldest(rig.checkpoints());
      kill.startAll();
      rig.await("the job to refuse", () -> rig.status().equals("FAILED"));
      FaultRig.say("the job refuses: " + rig.failure());
      assertThat(rig.failure()).contains("was aborted").contains("checkpoint before");
      rig.survives(
          "start from the checkpoint before",
          () -> rig.submitFrom(FaultRig.uri(before), 2),
          () -> true);
      // What the checkpoint's other transactions held may have been committed before.
      rig.assertToldOnceOrAgain(undisturbed);
    }
  }
}
