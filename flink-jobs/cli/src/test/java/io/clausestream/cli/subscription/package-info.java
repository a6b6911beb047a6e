/** Commands of stage subscription. */
@NullMarked
package io.clausestream.cli.subscription;

import org.jspecify.annotations.NullMarked;
