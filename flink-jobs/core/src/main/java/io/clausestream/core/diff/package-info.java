/** Stage diff: what differs between two canonical texts, in blocks and in words. */
@NullMarked
package io.clausestream.core.diff;

import org.jspecify.annotations.NullMarked;
