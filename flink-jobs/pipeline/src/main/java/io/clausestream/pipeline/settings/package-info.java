/** Settings from file, environment and arguments, under one precedence, each with its origin. */
@NullMarked
package io.clausestream.pipeline.settings;

import org.jspecify.annotations.NullMarked;
