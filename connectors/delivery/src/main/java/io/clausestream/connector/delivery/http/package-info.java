/** Posts to targets that may be slow, dead or hostile, within a hard limit of time. */
@NullMarked
package io.clausestream.connector.delivery.http;

import org.jspecify.annotations.NullMarked;
