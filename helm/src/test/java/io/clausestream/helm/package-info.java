/** Tests of the chart: what real helm renders, against the models of those who read it. */
@NullMarked
package io.clausestream.helm;

import org.jspecify.annotations.NullMarked;
