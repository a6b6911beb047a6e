/** Stage quality: evidence on whether a capture shows the document at all. */
@NullMarked
package io.clausestream.core.quality;

import org.jspecify.annotations.NullMarked;
