/** The topics of the engine: what they are, how they should be, and creating them. */
@NullMarked
package io.clausestream.cli.topics;

import org.jspecify.annotations.NullMarked;
