package io.clausestream.pipeline.topology;

import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.pipeline.wire.SubscriptionNews;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * All that comes out of the topology. Every fetch is in exactly one of changes, verifications,
 * suppressions, dead letters and, once a bounded input has ended, pending.
 *
 * @param changes documents that changed
 * @param verifications seen for the first time, or unchanged
 * @param suppressions differences that do not alert, bad captures, duplicates, late fetches
 * @param health sources that went and came back
 * @param alerts one a subscriber and change, and what takes them back
 * @param lateAlerts those of them that missed the objective
 * @param digests one a subscriber and week
 * @param deadLetters what could not be handled
 * @param rules versions of the rules that were admitted
 * @param subscriptions terms of subscribers that were admitted, and who was forgotten
 * @param refusals requests that were not granted
 * @param pending what still waits when a bounded input ends; nothing before
 * @param prevalence categories across platforms, by day
 */
public record DetectionStreams(
    DataStream<PageChange> changes,
    DataStream<PageVerification> verifications,
    DataStream<Suppression> suppressions,
    DataStream<SourceHealth> health,
    DataStream<Alert> alerts,
    DataStream<LateAlert> lateAlerts,
    DataStream<Digest> digests,
    DataStream<DeadLetter> deadLetters,
    DataStream<Rule> rules,
    DataStream<SubscriptionNews> subscriptions,
    DataStream<Refusal> refusals,
    DataStream<PendingFetch> pending,
    DataStream<Prevalence> prevalence) {}
