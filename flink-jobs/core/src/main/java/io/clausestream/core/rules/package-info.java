/** Rules as data: phrases that a lawyer can read, and the sets and versions that they come in. */
@NullMarked
package io.clausestream.core.rules;

import org.jspecify.annotations.NullMarked;
