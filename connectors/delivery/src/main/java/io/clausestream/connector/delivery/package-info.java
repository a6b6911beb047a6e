/** Stage delivery: what alerts and digests, channels and outcomes are. */
@NullMarked
package io.clausestream.connector.delivery;

import org.jspecify.annotations.NullMarked;
