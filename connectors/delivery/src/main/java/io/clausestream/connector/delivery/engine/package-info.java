/** Stage delivery: the engine that takes alerts and digests to the channels of subscribers. */
@NullMarked
package io.clausestream.connector.delivery.engine;

import org.jspecify.annotations.NullMarked;
