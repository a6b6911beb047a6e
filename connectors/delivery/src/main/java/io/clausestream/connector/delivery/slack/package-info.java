/** Messages to Slack by incoming webhooks. */
@NullMarked
package io.clausestream.connector.delivery.slack;

import org.jspecify.annotations.NullMarked;
