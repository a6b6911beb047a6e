/** Stage alert: what was told before, and what was told wrongly. */
@NullMarked
package io.clausestream.core.alert;

import org.jspecify.annotations.NullMarked;
