/** Maps between the wire's records and the core's types; what crosses an operator is flat. */
@NullMarked
package io.clausestream.pipeline.wire;

import org.jspecify.annotations.NullMarked;
