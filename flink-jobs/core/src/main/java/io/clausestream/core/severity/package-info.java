/** Stage severity: how much a change matters, and the words and rules that say so. */
@NullMarked
package io.clausestream.core.severity;

import org.jspecify.annotations.NullMarked;
