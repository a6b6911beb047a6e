/** {@code clausestream cluster}: the engine on a standalone Flink cluster of several processes. */
@NullMarked
package io.clausestream.cli.cluster;

import org.jspecify.annotations.NullMarked;
