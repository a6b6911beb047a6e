/** The jobs: they parse, check and wire. */
@NullMarked
package io.clausestream.pipeline.job;

import org.jspecify.annotations.NullMarked;
