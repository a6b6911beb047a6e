/** Stage change: the verdict on a fetch, against what is remembered of its page. */
@NullMarked
package io.clausestream.core.change;

import org.jspecify.annotations.NullMarked;
