/** The words of a message, shared by mail, Slack and feeds; what pages say is quoted in them. */
@NullMarked
package io.clausestream.connector.delivery.text;

import org.jspecify.annotations.NullMarked;
