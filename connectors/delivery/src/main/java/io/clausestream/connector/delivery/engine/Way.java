package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.schema.SubscriptionChannel;

/** How a delivery reaches its subscriber. */
record Way(Channel channel, SubscriptionChannel target, Recipient recipient, String circuit) {}
