/** Rules of severity. */
@NullMarked
package io.clausestream.cli.rules;

import org.jspecify.annotations.NullMarked;
