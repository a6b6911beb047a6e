/** Stage subscription: who watches what. */
@NullMarked
package io.clausestream.core.subscription;

import org.jspecify.annotations.NullMarked;
