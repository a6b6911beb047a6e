/** The edge to Kafka: which topics there are, their records as bytes, and sources and sinks. */
@NullMarked
package io.clausestream.connector.kafka;

import org.jspecify.annotations.NullMarked;
