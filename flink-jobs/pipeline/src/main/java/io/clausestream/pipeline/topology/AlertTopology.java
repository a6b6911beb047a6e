package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.operator.AlertRules;
import io.clausestream.pipeline.operator.CutDigestsFunction;
import io.clausestream.pipeline.operator.MatchSubscriptionsFunction;
import io.clausestream.pipeline.operator.RouteSubscriptionsFunction;
import io.clausestream.pipeline.operator.SideOutputs;
import io.clausestream.pipeline.operator.SpreadChangesFunction;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.pipeline.wire.DigestTerms;
import io.clausestream.pipeline.wire.SpreadChange;
import io.clausestream.pipeline.wire.WatchRoute;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.PageChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From changes to what subscribers are told.
 *
 * <pre>
 * changes, corrections -> keyed by platform -> spread-changes -> keyed by bucket
 *                                                   |                  |
 *                                                refusals     match-subscriptions -> alerts, late alerts
 *                                                                  |       |
 * subscriptions -> keyed by subscriber -> route-subscriptions -----+       |
 *                                                   |                      |
 *                                                   +--- keyed by subscriber -> cut-digests
 * </pre>
 */
public final class AlertTopology {

  private AlertTopology() {}

  /**
   * Builds the part of the topology that tells.
   *
   * @param changes the changes; those of one platform in its order
   * @param subscriptions records of the topic of that name
   * @param corrections records of the topic of corrections
   * @param rules what matching and digests can be told
   */
  public static AlertStreams of(
      DataStream<PageChange> changes,
      DataStream<KafkaRecord> subscriptions,
      DataStream<KafkaRecord> corrections,
      AlertRules rules) {
    SingleOutputStreamOperator<WatchRoute> routes = route(subscriptions);
    SingleOutputStreamOperator<SpreadChange> spread = spread(changes, corrections, rules);
    SingleOutputStreamOperator<Alert> alerts = match(spread, routes, rules);
    return new AlertStreams(
        alerts,
        alerts.getSideOutput(SideOutputs.LATE_ALERTS),
        digests(alerts, routes, rules),
        spread.getSideOutput(SideOutputs.REFUSALS));
  }

  private static SingleOutputStreamOperator<WatchRoute> route(
      DataStream<KafkaRecord> subscriptions) {
    return subscriptions
        .keyBy(RouteSubscriptionsFunction::key, Types.STRING)
        .process(new RouteSubscriptionsFunction(), TypeInformation.of(WatchRoute.class))
        .uid(OperatorIds.ROUTE_SUBSCRIPTIONS)
        .name(OperatorIds.ROUTE_SUBSCRIPTIONS);
  }

  private static SingleOutputStreamOperator<SpreadChange> spread(
      DataStream<PageChange> changes, DataStream<KafkaRecord> corrections, AlertRules rules) {
    return changes
        .keyBy(PageChange::getPlatform, Types.STRING)
        .connect(corrections.keyBy(SpreadChangesFunction::key, Types.STRING))
        .process(new SpreadChangesFunction(rules), TypeInformation.of(SpreadChange.class))
        .uid(OperatorIds.SPREAD_CHANGES)
        .name(OperatorIds.SPREAD_CHANGES);
  }

  private static SingleOutputStreamOperator<Alert> match(
      DataStream<SpreadChange> spread, DataStream<WatchRoute> routes, AlertRules rules) {
    return spread
        .keyBy(SpreadChange::key, Types.STRING)
        .connect(routes.keyBy(WatchRoute::key, Types.STRING))
        .process(new MatchSubscriptionsFunction(rules), TypeInformation.of(Alert.class))
        .uid(OperatorIds.MATCH_SUBSCRIPTIONS)
        .name(OperatorIds.MATCH_SUBSCRIPTIONS);
  }

  private static DataStream<Digest> digests(
      SingleOutputStreamOperator<Alert> alerts,
      SingleOutputStreamOperator<WatchRoute> routes,
      AlertRules rules) {
    return alerts
        .getSideOutput(SideOutputs.DIGEST_NEWS)
        .keyBy(DigestNews::subscriberId, Types.STRING)
        .connect(
            routes
                .getSideOutput(SideOutputs.DIGEST_TERMS)
                .keyBy(DigestTerms::subscriberId, Types.STRING))
        .process(new CutDigestsFunction(rules), TypeInformation.of(Digest.class))
        .uid(OperatorIds.CUT_DIGESTS)
        .name(OperatorIds.CUT_DIGESTS);
  }
}
