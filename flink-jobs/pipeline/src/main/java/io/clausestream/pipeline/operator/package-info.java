/** The operators: stages of the path hosted on Flink. */
@NullMarked
package io.clausestream.pipeline.operator;

import org.jspecify.annotations.NullMarked;
