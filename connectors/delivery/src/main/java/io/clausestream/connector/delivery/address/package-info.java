/** Which addresses messages may go to, checked where the connection is made. */
@NullMarked
package io.clausestream.connector.delivery.address;

import org.jspecify.annotations.NullMarked;
