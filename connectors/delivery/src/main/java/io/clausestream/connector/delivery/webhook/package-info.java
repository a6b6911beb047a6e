/** Webhooks: signed JSON by HTTP POST. */
@NullMarked
package io.clausestream.connector.delivery.webhook;

import org.jspecify.annotations.NullMarked;
