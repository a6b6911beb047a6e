/** The JSON of messages, the same for webhooks and for files of lines. */
@NullMarked
package io.clausestream.connector.delivery.json;

import org.jspecify.annotations.NullMarked;
