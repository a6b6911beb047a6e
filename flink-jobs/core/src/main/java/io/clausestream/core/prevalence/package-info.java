/** How many platforms hold a category, and which moved it together, day by day. */
@NullMarked
package io.clausestream.core.prevalence;

import org.jspecify.annotations.NullMarked;
