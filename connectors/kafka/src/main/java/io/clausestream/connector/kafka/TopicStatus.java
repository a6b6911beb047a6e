package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Optional;

/**
 * A topic as it is on the broker.
 *
 * @param topic its name
 * @param partitions number of partitions
 * @param retention how long records are kept; empty: for ever
 * @param cleanupPolicy what is done with old records, in Kafka's words
 * @param offsets offsets in use: its records, and some that Kafka keeps for transactions
 * @param bytes bytes on the disks of the brokers, all replicas
 */
public record TopicStatus(
    String topic,
    int partitions,
    Optional<Duration> retention,
    String cleanupPolicy,
    long offsets,
    long bytes) {}
