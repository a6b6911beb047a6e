/** What pages were made of before: equal bytes need no second parse. */
@NullMarked
package io.clausestream.pipeline.cache;

import org.jspecify.annotations.NullMarked;
