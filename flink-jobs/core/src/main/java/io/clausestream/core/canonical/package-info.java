/** Stage canonical: HTML to canonical text blocks. */
@NullMarked
package io.clausestream.core.canonical;

import org.jspecify.annotations.NullMarked;
