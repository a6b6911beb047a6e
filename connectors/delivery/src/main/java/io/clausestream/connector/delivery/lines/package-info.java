/** Files of JSON Lines, one for each subscriber. */
@NullMarked
package io.clausestream.connector.delivery.lines;

import org.jspecify.annotations.NullMarked;
