package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.kafka.KafkaConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * An engine in a process of its own, which a test kills. Its channel is slow and fails now and
 * then, and writes each delivery to the disk before it says that it was made. Ends when its input
 * does, so that none outlives the test.
 */
final class EngineProcess {

  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofHours(1),
          99,
          Duration.ofDays(3));

  private EngineProcess() {}

  /** Arguments: bootstrap servers, suffix of topics and group, file, number of this run. */
  public static void main(String[] args) throws IOException {
    KafkaConnection connection = KafkaConnection.of(args[0]);
    DeliveryRig rig = DeliveryRig.existing(connection, args[1]);
    String run = args[3];
    Random random = new Random(Long.parseLong(run));
    try (FileChannel file =
        FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ScriptedChannel channel =
          new ScriptedChannel((id, target, attempt) -> send(file, random, run + " " + id + "\n"));
      try (DeliveryEngine engine = rig.start(settings(rig), channel, Clock.systemUTC())) {
        while (engine.isHealthy() && System.in.read() >= 0) {
          // Until the test ends it, or ends.
        }
      }
    }
  }

  /** Failures are at random here and say nothing of the target. */
  private static EngineSettings settings(DeliveryRig rig) {
    return rig.settings()
        .withRetry(QUICK)
        .withCircuit(new CircuitPolicy(8, 100, Duration.ofSeconds(1)));
  }

  private static SendResult send(FileChannel file, Random random, String line) {
    LockSupport.parkNanos(random.nextInt(5_000_000));
    if (random.nextInt(20) == 0) {
      return new SendResult.Retry("HTTP_STATUS", "The server answered 503.", Optional.empty());
    }
    try {
      file.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SendResult.Delivered();
  }
}
