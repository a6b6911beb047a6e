package io.clausestream.pipeline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.subscription.Interest;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.pipeline.job.ReplayHistoryJob;
import io.clausestream.pipeline.operator.SubscriptionRecords;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Prevalence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DetectionTopologyITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @Test
  void theOutputDoesNotDependOnTheParallelism() throws Exception {
    Run one = run(1);
    Run two = run(2);

    assertThat(two.sorted()).isEqualTo(one.sorted());
    assertThat(one.records()).hasAtLeastOneElementOfType(Alert.class);
    assertThat(one.records())
        .anyMatch(
            record ->
                record instanceof Prevalence count
                    && count.getPlatformsTracked() == 8
                    && !count.getCoMovements().isEmpty());
  }

  @Test
  void everyFetchHasOneVerdict() throws Exception {
    Run run = run(2);

    ConservationLaw law = Collected.law(run.records(), run.fetchesRead());

    assertThat(law.fetchesRead()).isEqualTo(history().size());
    assertThat(law.holds()).as(law.toTable()).isTrue();
    assertThat(law.count(FetchVerdict.FIRST)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.VERIFIED)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.CHANGED)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.LATE)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.DUPLICATE)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.DEAD_LETTER)).isEqualTo(8);
    assertThat(law.count(FetchVerdict.PENDING)).isEqualTo(8);
  }

  private record Run(List<Object> records, long fetchesRead) {

    List<String> sorted() {
      return records.stream().map(Object::toString).sorted().toList();
    }
  }

  private static Run run(int parallelism) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    env.configure(conf);
    env.setParallelism(parallelism);
    Collected output = new Collected();
    DetectionTopology.build(
        DetectionInputs.of(pages(env)).withSubscriptions(subscriptions(env)),
        DetectionOptions.DEFAULT,
        output);
    JobClient job = env.executeAsync();
    List<Object> records = output.records();
    long read = ReplayHistoryJob.fetchesRead(job.getJobExecutionResult().get());
    return new Run(records, read);
  }

  /** Keyed by platform, as a real source is: so each platform keeps its order. */
  private static DataStream<PageEvent> pages(StreamExecutionEnvironment env) {
    return env.fromData(
            TypeInformation.of(FetchedPage.class), history().toArray(FetchedPage[]::new))
        .keyBy(FetchedPage::getPlatform, Types.STRING)
        .map(PageEvent::of)
        .returns(TypeInformation.of(PageEvent.class));
  }

  private static List<FetchedPage> history() {
    Instant at = Instants.MONDAY_0600;
    List<FetchedPage> pages = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String document = "Platform " + i + "/Terms";
      Duration offset = Duration.ofMinutes(i);
      pages.add(page(document, Pages.policy(30), at.plus(offset)));
      pages.add(page(document, Pages.policy(30), at.plus(offset).plusSeconds(1)));
      pages.add(page(document, Pages.policy(90), at.plus(offset).plusSeconds(2)));
      pages.add(page(document, Pages.policy(90), at.plus(offset).plusSeconds(2)));
      pages.add(page(document, Pages.policy(60), at.plus(offset)));
      pages.add(builder(document, Pages.policy(30), at).setUrl("nowhere").build());
      pages.add(page(document, Pages.stub(), at.plus(offset).plusSeconds(3)));
    }
    return pages;
  }

  private static DataStream<KafkaRecord> subscriptions(StreamExecutionEnvironment env) {
    return env.fromData(
        TypeInformation.of(KafkaRecord.class),
        SubscriptionRecords.admitted("all", Interest.ALL),
        SubscriptionRecords.admitted("none", "Nobody"));
  }

  private static FetchedPage page(String document, String html, Instant at) {
    return builder(document, html, at).build();
  }

  private static FetchedPage.Builder builder(String document, String html, Instant at) {
    return Pages.builder(document, html, at).setOrigin(Origin.REPLAY);
  }
}
