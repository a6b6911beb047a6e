/** Small pages, one behaviour each, that are replayed for ever. */
@NullMarked
package io.clausestream.core.corpus;

import org.jspecify.annotations.NullMarked;
