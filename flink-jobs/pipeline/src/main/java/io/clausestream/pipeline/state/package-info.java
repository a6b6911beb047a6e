/** The core's platform state on keyed state, with its versioned encodings. */
@NullMarked
package io.clausestream.pipeline.state;

import org.jspecify.annotations.NullMarked;
