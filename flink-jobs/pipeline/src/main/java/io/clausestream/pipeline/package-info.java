/** The path of a page on Flink; begin with {@code topology.DetectionTopology}. */
@NullMarked
package io.clausestream.pipeline;

import org.jspecify.annotations.NullMarked;
