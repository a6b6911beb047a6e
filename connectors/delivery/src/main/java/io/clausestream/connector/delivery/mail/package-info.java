/** Mails by SMTP. */
@NullMarked
package io.clausestream.connector.delivery.mail;

import org.jspecify.annotations.NullMarked;
