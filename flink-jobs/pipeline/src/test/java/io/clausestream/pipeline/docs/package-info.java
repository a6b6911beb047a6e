/** Writes the reference pages of the docs from the code, and compares them with what is there. */
@NullMarked
package io.clausestream.pipeline.docs;

import org.jspecify.annotations.NullMarked;
