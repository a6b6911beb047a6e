/** What the operators count: one list of metrics, and small classes that count them. */
@NullMarked
package io.clausestream.pipeline.metrics;

import org.jspecify.annotations.NullMarked;
