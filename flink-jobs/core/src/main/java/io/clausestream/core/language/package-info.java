/** Which language a document is written in. */
@NullMarked
package io.clausestream.core.language;

import org.jspecify.annotations.NullMarked;
