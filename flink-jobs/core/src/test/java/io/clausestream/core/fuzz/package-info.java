/** Hostile input for whatever reads it; each finding stays as a file beside the test. */
@NullMarked
package io.clausestream.core.fuzz;

import org.jspecify.annotations.NullMarked;
