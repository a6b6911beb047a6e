/** Stage digest: when a subscriber's week ends, and what is told of it. */
@NullMarked
package io.clausestream.core.digest;

import org.jspecify.annotations.NullMarked;
