package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.operator.AdmitRulesFunction;
import io.clausestream.pipeline.operator.AdmitSubscriptionsFunction;
import io.clausestream.pipeline.operator.CanonicalizeFunction;
import io.clausestream.pipeline.operator.CountPrevalenceFunction;
import io.clausestream.pipeline.operator.DetectChangeFunction;
import io.clausestream.pipeline.operator.KeptRules;
import io.clausestream.pipeline.operator.SideOutputs;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.pipeline.wire.SubscriptionNews;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Rule;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The path of a page on Flink. Live detection, import, replay and tests call the same method and
 * differ in the source that they hand in and in where the output goes.
 *
 * <pre>
 * pages -> canonicalize -> keyed by platform -> detect-change -> AlertTopology
 *              |                                 |  |  |  |
 *         dead letters           verifications, suppressions, health, pending,
 *                                news -> keyed by category -> count-prevalence
 *
 * requests -> keyed by rule set -> admit-rules -> to every subtask of detect-change
 *                                      |
 *                                   refusals
 *
 * requests -> keyed by subscriber -> admit-subscriptions -> topic -> match-subscriptions
 *                                      |
 *                                   refusals
 * </pre>
 */
public final class DetectionTopology {

  /** How far a platform's state can ever be spread; part of every savepoint, so never changed. */
  public static final int MAX_PARALLELISM = 1024;

  private DetectionTopology() {}

  /**
   * Builds the topology.
   *
   * @param inputs what goes in
   * @param options what the topology can be told
   * @param sink where the output goes
   */
  public static void build(DetectionInputs inputs, DetectionOptions options, DetectionSink sink) {
    configure(inputs.pages().getExecutionEnvironment());
    SingleOutputStreamOperator<CanonicalFetchRecord> fetches =
        canonicalize(inputs.pages(), options);
    SingleOutputStreamOperator<Rule> rules = admitRules(inputs.ruleRequests(), options);
    SingleOutputStreamOperator<PageChange> changes = detectChange(fetches, rules, options);
    SingleOutputStreamOperator<SubscriptionNews> subscriptions =
        admitSubscriptions(inputs.subscriptionRequests(), options);
    AlertStreams alerts =
        AlertTopology.of(
            changes,
            inputs.subscriptions(),
            inputs.corrections(),
            options.alertRules(inputs.subscribed()));
    sink.attach(
        new DetectionStreams(
            changes,
            changes.getSideOutput(SideOutputs.VERIFICATIONS),
            changes.getSideOutput(SideOutputs.SUPPRESSIONS),
            changes.getSideOutput(SideOutputs.HEALTH),
            alerts.alerts(),
            alerts.lateAlerts(),
            alerts.digests(),
            fetches
                .getSideOutput(SideOutputs.DEAD_LETTERS)
                .union(changes.getSideOutput(SideOutputs.DEAD_LETTERS)),
            rules,
            subscriptions,
            rules
                .getSideOutput(SideOutputs.REFUSALS)
                .union(subscriptions.getSideOutput(SideOutputs.REFUSALS), alerts.refusals()),
            changes.getSideOutput(SideOutputs.PENDING),
            countPrevalence(changes, options)));
  }

  private static void configure(StreamExecutionEnvironment env) {
    Configuration always = new Configuration();
    // A type that falls to the generic serializer is a mistake: better none than one that is slow
    // and that no later release can read.
    always.set(PipelineOptions.GENERIC_TYPES, false);
    // No operator here changes or keeps what it is handed, and pages are too large to copy.
    always.set(PipelineOptions.OBJECT_REUSE, true);
    env.configure(always);
    env.setMaxParallelism(MAX_PARALLELISM);
  }

  private static SingleOutputStreamOperator<CanonicalFetchRecord> canonicalize(
      DataStream<PageEvent> pages, DetectionOptions options) {
    // Forward, or not at all: spreading pages over subtasks would mix up a platform's order.
    return pages
        .forward()
        .process(
            new CanonicalizeFunction(
                options.limits(), options.bridgeUpgrade(), options.store().orElse(null)),
            TypeInformation.of(CanonicalFetchRecord.class))
        .uid(OperatorIds.CANONICALIZE)
        .name(OperatorIds.CANONICALIZE);
  }

  private static SingleOutputStreamOperator<Rule> admitRules(
      DataStream<KafkaRecord> requests, DetectionOptions options) {
    return requests
        .keyBy(AdmitRulesFunction::key, Types.STRING)
        .process(new AdmitRulesFunction(options.guard()), TypeInformation.of(Rule.class))
        .setParallelism(1)
        .uid(OperatorIds.ADMIT_RULES)
        .name(OperatorIds.ADMIT_RULES);
  }

  private static SingleOutputStreamOperator<PageChange> detectChange(
      DataStream<CanonicalFetchRecord> fetches, DataStream<Rule> rules, DetectionOptions options) {
    return fetches
        .keyBy(CanonicalFetchRecord::platform, Types.STRING)
        .connect(rules.broadcast(KeptRules.STATE))
        .process(
            new DetectChangeFunction(options.endOfHistory(), options.rules()),
            TypeInformation.of(PageChange.class))
        .uid(OperatorIds.DETECT_CHANGE)
        .name(OperatorIds.DETECT_CHANGE);
  }

  private static DataStream<Prevalence> countPrevalence(
      SingleOutputStreamOperator<PageChange> changes, DetectionOptions options) {
    return changes
        .getSideOutput(SideOutputs.CATEGORY_NEWS)
        .keyBy(CategoryNews::category, Types.STRING)
        .process(
            new CountPrevalenceFunction(options.movements()), TypeInformation.of(Prevalence.class))
        .uid(OperatorIds.COUNT_PREVALENCE)
        .name(OperatorIds.COUNT_PREVALENCE);
  }

  private static SingleOutputStreamOperator<SubscriptionNews> admitSubscriptions(
      DataStream<KafkaRecord> requests, DetectionOptions options) {
    // As parallel as the sink: so what is told of one subscriber stays in its order up to the
    // topic.
    return requests
        .keyBy(AdmitSubscriptionsFunction::key, Types.STRING)
        .process(
            new AdmitSubscriptionsFunction(options.plans()),
            TypeInformation.of(SubscriptionNews.class))
        .uid(OperatorIds.ADMIT_SUBSCRIPTIONS)
        .name(OperatorIds.ADMIT_SUBSCRIPTIONS);
  }
}
