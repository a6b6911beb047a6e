/**
 * Pure change detection: {@link io.clausestream.core.ChangeDetector} composes the stages, one
 * package each.
 */
@NullMarked
package io.clausestream.core;

import org.jspecify.annotations.NullMarked;
