/** A standalone Flink cluster and its surroundings as processes of this machine. */
@NullMarked
package io.clausestream.cluster;

import org.jspecify.annotations.NullMarked;
