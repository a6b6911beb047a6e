package io.clausestream.pipeline.topology;

import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.Refusal;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What subscribers are told.
 *
 * @param alerts one a subscriber and change, and what takes them back
 * @param lateAlerts those of them that missed the objective
 * @param digests one a subscriber and week
 * @param refusals corrections that were not made
 */
public record AlertStreams(
    DataStream<Alert> alerts,
    DataStream<LateAlert> lateAlerts,
    DataStream<Digest> digests,
    DataStream<Refusal> refusals) {}
