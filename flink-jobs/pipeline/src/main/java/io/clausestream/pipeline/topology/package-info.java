/** The topology: a pure function of sources, options and sinks. */
@NullMarked
package io.clausestream.pipeline.topology;

import org.jspecify.annotations.NullMarked;
