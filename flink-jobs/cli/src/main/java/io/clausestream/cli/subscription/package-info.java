/** Commands of stage subscription: ask for terms, look at those in force, change and end them. */
@NullMarked
package io.clausestream.cli.subscription;

import org.jspecify.annotations.NullMarked;
