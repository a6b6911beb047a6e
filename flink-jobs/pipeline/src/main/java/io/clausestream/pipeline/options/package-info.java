/** Typed options, one class a stage. */
@NullMarked
package io.clausestream.pipeline.options;

import org.jspecify.annotations.NullMarked;
