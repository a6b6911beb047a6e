/** Tests across modules, with a real broker and a real cluster. */
@NullMarked
package io.clausestream.it;

import org.jspecify.annotations.NullMarked;
