package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine in a process that is killed again and again while it delivers. In the profile "faults"
 * with many alerts; {@code -Dclausestream.kills=N} says how often.
 */
class KilledEngineITCase {

  private static final int KILLS = Integer.getInteger("clausestream.kills", 10);
  private static final int TARGETS = 20;

  /** The same numbers in each run; what the kills hit differs all the same. */
  private static final Random RANDOM = new Random(20260302);

  private final DeliveryRig rig = DeliveryRig.on(SharedBroker.get().connection());

  @Test
  void losesNothingAndRepeatsLittleWhenItIsKilled(@TempDir Path folder) throws Exception {
    deliver(1_500, 2, folder.resolve("delivered.txt"));
  }

  @Test
  @Tag("faults")
  @Tag("smoke")
  void losesNothingOfManyAlertsHoweverOftenItIsKilled(@TempDir Path folder) throws Exception {
    deliver(10_000, KILLS, folder.resolve("delivered.txt"));
  }

  private void deliver(int alerts, int kills, Path file) throws Exception {
    feed(alerts);
    for (int run = 0; run < kills; run++) {
      int target = lines(file).size() + 1 + RANDOM.nextInt(alerts / (kills + 1));
      Process process = launch(file, run);
      try {
        DeliveryRig.await(target + " deliveries", () -> lines(file).size() >= target);
      } finally {
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
      }
    }
    Process last = launch(file, kills);
    try {
      DeliveryRig.await("all to be recorded", () -> recorded() == alerts);
    } finally {
      last.getOutputStream().close();
      assertThat(last.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(rig.waiting()).isEmpty();
    check(lines(file), alerts);
  }

  /** Each id at least once; per kill, fewer repeats than may be in flight; none without a kill. */
  private void check(List<String> lines, int alerts) {
    Map<String, Integer> lastRun = new HashMap<>();
    Map<Integer, Integer> repeatsOfKill = new TreeMap<>();
    for (String line : lines) {
      String[] runAndId = line.split(" ");
      int run = Integer.parseInt(runAndId[0]);
      Integer before = lastRun.put(runAndId[1], run);
      if (before != null) {
        assertThat(before).as("run of the repeat of " + runAndId[1]).isLessThan(run);
        repeatsOfKill.merge(before, 1, Integer::sum);
      }
    }
    System.out.println(
        "%d alerts, %d deliveries, repeats by kill %s"
            .formatted(alerts, lines.size(), repeatsOfKill));
    assertThat(lastRun).hasSize(alerts);
    assertThat(repeatsOfKill.values())
        .allMatch(repeats -> repeats < rig.settings().limits().maxInFlight());
  }

  private void feed(int alerts) {
    rig.send(
        IntStream.range(0, TARGETS)
            .mapToObj(
                i ->
                    Samples.subscription(
                        "s" + i, i, Samples.webhook("https://t" + i + ".example/")))
            .toArray(Subscription[]::new));
    rig.send(
        IntStream.range(0, alerts)
            .mapToObj(i -> Samples.alert("a" + i, "s" + i % TARGETS, Instants.MONDAY_0600))
            .toArray(Alert[]::new));
  }

  private Process launch(Path file, int run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            EngineProcess.class.getName(),
            rig.connection().bootstrapServers(),
            rig.suffix(),
            file.toString(),
            Integer.toString(run))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private long recorded() {
    return rig.ids(DeliveryStatus.DELIVERED).stream().distinct().count();
  }

  /** What is written whole. */
  private static List<String> lines(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      String text = Files.readString(file, UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
