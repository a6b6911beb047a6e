/** Stage page: a fetch event, checked. */
@NullMarked
package io.clausestream.core.page;

import org.jspecify.annotations.NullMarked;
