package io.clausestream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.history.HistorySource;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.pipeline.job.ReplayHistoryJob;
import io.clausestream.pipeline.topology.DetectionInputs;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.pipeline.topology.DetectionTopology;
import io.clausestream.pipeline.topology.HistoryInput;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The laws of replay, on a history that has real changes, bad captures and what must wait. */
class ReplayHistoryITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final int PLATFORMS = 3;
  private static final int ROUNDS = 40;

  private static final String HALF = TestHistory.html("Rules", 0);
  private static final String WHOLE =
      HALF.replace(
          "<h2>Sharing", "<p>" + "We protect what you give us. ".repeat(50) + "</p><h2>Sharing");

  @TempDir static Path folder;
  private static List<FetchedPage> captures = List.of();

  @BeforeAll
  static void writeHistory() {
    List<FetchedPage> all = new ArrayList<>(TestHistory.captures(PLATFORMS, ROUNDS));
    all.addAll(eventful("Platform 0"));
    all.addAll(eventful("Platform 2"));
    all.addAll(quiet("Quiet platform"));
    all.sort(Comparator.comparing(FetchedPage::getFetchedAt));
    captures = all;
    JsonLines.write(folder, all);
  }

  /**
   * A document that loses its text (once for a fetch, once for good) and is unavailable a while.
   */
  private static List<FetchedPage> eventful(String platform) {
    String whole =
        TestHistory.html("Rules", 0)
            .replace(
                "<h2>Sharing",
                "<p>" + "We protect what you give us. ".repeat(50) + "</p><h2>Sharing");
    String half = TestHistory.html("Rules", 0);
    String error = "<main><p>Service unavailable, please try again later.</p></main>";
    String[] rounds = {
      whole, whole, half, whole, error, error, error, error, whole, half, whole, half
    };
    List<FetchedPage> pages = new ArrayList<>();
    for (int i = 0; i < rounds.length; i++) {
      // Seven hours apart, and the last one at the end of the history, so that it stays pending.
      Instant at = i == rounds.length - 1 ? hours(6 * (ROUNDS - 1)) : hours(7 * i);
      pages.add(TestHistory.page(platform, "Rules", at, rounds[i]));
    }
    return pages;
  }

  /** One document alone, that nobody looks at when the deadline of its change comes. */
  private static List<FetchedPage> quiet(String platform) {
    return List.of(
        TestHistory.page(platform, "Rules", hours(0), WHOLE),
        TestHistory.page(platform, "Rules", hours(7), HALF),
        TestHistory.page(platform, "Rules", hours(150), HALF),
        TestHistory.page(platform, "Rules", hours(160), WHOLE + "<p>We added this line.</p>"));
  }

  private static Instant hours(int hours) {
    return TestHistory.START.plus(Duration.ofHours(hours));
  }

  @Test
  void theSameInputGivesTheSameRecordsAtAnyParallelism() throws Exception {
    assertThat(replay(2, null).sorted()).isNotEmpty().isEqualTo(replay(1, null).sorted());
  }

  @Test
  void everyFetchIsAccountedFor() throws Exception {
    Run run = replay(2, null);
    ConservationLaw law = run.law();

    assertThat(law.fetchesRead()).isEqualTo(captures.size());
    assertThat(law.holds()).as(law.toTable()).isTrue();
    assertThat(law.count(FetchVerdict.PENDING)).isEqualTo(2);
    assertThat(law.count(FetchVerdict.BAD_CAPTURE)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.CHANGED))
        .isEqualTo(TestHistory.changes(PLATFORMS, ROUNDS) + 2);
    assertThat(run.out().of("pending", PendingFetch.class))
        .extracting(PendingFetch::documentId)
        .containsExactlyInAnyOrder("Platform 0/Rules", "Platform 2/Rules");
  }

  @Test
  void theChangesUntilAnInstantAreThoseOfTheWholeReplayUpToIt() throws Exception {
    List<PageChange> whole = replay(2, null).out().of("changes", PageChange.class);

    for (int hours : new int[] {20, 100, 200}) {
      List<PageChange> prefix = replay(2, hours(hours)).out().of("changes", PageChange.class);
      assertThat(prefix)
          .as("until %s hours", hours)
          .containsExactlyInAnyOrderElementsOf(
              whole.stream().filter(c -> !c.getDetectedAt().isAfter(hours(hours))).toList());
    }
  }

  private record Run(Collected out, JobExecutionResult result) {

    List<String> sorted() {
      return out.sorted();
    }

    ConservationLaw law() {
      FetchLedger ledger = new FetchLedger();
      out.of("changes", PageChange.class).forEach(ledger::add);
      out.of("verifications", PageVerification.class).forEach(ledger::add);
      out.of("suppressions", Suppression.class).forEach(ledger::add);
      out.of("deadLetters", DeadLetter.class).forEach(ledger::add);
      out.of("pending", PendingFetch.class).forEach(ledger::add);
      return ledger.law(ReplayHistoryJob.fetchesRead(result));
    }
  }

  private static Run replay(int parallelism, Instant until) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(parallelism);
    Collected out = new Collected();
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    env.configure(conf);
    DetectionTopology.build(
        DetectionInputs.of(
                HistoryInput.pages(env, HistorySource.builder(folder).until(until).build()))
            .withSubscriptions(everything(env)),
        DetectionOptions.DEFAULT.withEndOfHistory(until == null ? hours(6 * (ROUNDS - 1)) : until),
        out);
    return new Run(out, env.execute(ReplayHistoryJob.NAME));
  }

  private static DataStream<KafkaRecord> everything(StreamExecutionEnvironment env) {
    Subscription all =
        new Subscription(
            "you", Terms.of("own", Interest.in(Set.of(Interest.ALL))), true, Instant.EPOCH);
    return env.fromData(
        TypeInformation.of(KafkaRecord.class),
        new KafkaRecord(
            TopicCatalogue.SUBSCRIPTIONS.name(),
            0,
            0,
            0,
            "you".getBytes(UTF_8),
            TestSubscriptions.given(all),
            Map.of()));
  }
}
