/** Tests of the one jar that a cluster gets: what is in it, and that it runs beside Flink alone. */
@NullMarked
package io.clausestream.job;

import org.jspecify.annotations.NullMarked;
