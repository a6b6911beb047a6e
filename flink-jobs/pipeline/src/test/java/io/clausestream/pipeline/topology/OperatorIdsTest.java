package io.clausestream.pipeline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.options.KafkaOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** Uids and state names are for ever: a line may be added to the list, never changed. */
class OperatorIdsTest {

  @Test
  void uidsAndStateNamesAreThoseOfTheList() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (StreamNode node : graph().getStreamNodes()) {
      found.add("uid " + node.getTransformationUID() + " name " + node.getOperatorName());
    }
    for (String state :
        List.of(
            OperatorIds.STATE_HEAD,
            OperatorIds.STATE_TEXT,
            OperatorIds.STATE_CANDIDATE,
            OperatorIds.STATE_PROVISIONS,
            OperatorIds.STATE_CATEGORIES,
            OperatorIds.STATE_MEMORY,
            OperatorIds.STATE_OUTLINES,
            OperatorIds.STATE_SITE,
            OperatorIds.STATE_AGENDA)) {
      found.add("state " + OperatorIds.DETECT_CHANGE + " " + state);
    }
    for (String state :
        List.of(
            OperatorIds.STATE_PLATFORMS,
            OperatorIds.STATE_ARRIVALS,
            OperatorIds.STATE_NEWS,
            OperatorIds.STATE_TALLY)) {
      found.add("state " + OperatorIds.COUNT_PREVALENCE + " " + state);
    }

    found.add("state " + OperatorIds.DETECT_CHANGE + " " + OperatorIds.STATE_RULES);
    found.add("state " + OperatorIds.ADMIT_RULES + " " + OperatorIds.STATE_ADMITTED);
    found.add("state " + OperatorIds.ADMIT_SUBSCRIPTIONS + " " + OperatorIds.STATE_DECIDED);
    found.add("state " + OperatorIds.ROUTE_SUBSCRIPTIONS + " " + OperatorIds.STATE_ROUTES);
    for (String operator : List.of(OperatorIds.SPREAD_CHANGES, OperatorIds.MATCH_SUBSCRIPTIONS)) {
      found.add("state " + operator + " " + OperatorIds.STATE_RECENT);
      found.add("state " + operator + " " + OperatorIds.STATE_RECENT_COUNT);
      found.add("state " + operator + " " + OperatorIds.STATE_RECENT_NEWEST);
      found.add("state " + operator + " " + OperatorIds.STATE_SWEEP);
    }
    found.add("state " + OperatorIds.MATCH_SUBSCRIPTIONS + " " + OperatorIds.STATE_WATCHERS);
    found.add("state " + OperatorIds.CUT_DIGESTS + " " + OperatorIds.STATE_WEEK);
    found.add("state " + OperatorIds.CUT_DIGESTS + " " + OperatorIds.STATE_MATCHES);

    assertThat(String.join("\n", found)).isEqualTo(list());
  }

  @Test
  void everyOperatorCanBeSpreadEquallyFar() {
    for (StreamNode node : graph().getStreamNodes()) {
      if (node.getMaxParallelism() > 0) {
        assertThat(node.getMaxParallelism()).as(node.getOperatorName()).isEqualTo(1024);
      }
    }
    assertThat(graph().getExecutionConfig().getMaxParallelism()).isEqualTo(1024);
  }

  private static StreamGraph graph() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Configuration conf = new Configuration();
    conf.set(KafkaOptions.BOOTSTRAP_SERVERS, "nowhere:9092");
    DetectChangesJob.define(env, conf);
    return env.getStreamGraph(false);
  }

  private static String list() throws IOException {
    try (InputStream in = OperatorIdsTest.class.getResourceAsStream("/operator-ids.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
