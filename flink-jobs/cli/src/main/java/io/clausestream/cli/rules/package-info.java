/** Rules of severity: checked, published, listed, compared, tried on history. */
@NullMarked
package io.clausestream.cli.rules;

import org.jspecify.annotations.NullMarked;
