package io.clausestream.connector.delivery.mail;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.http.IoFailures;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of SMTP means. Replies of servers hold addresses, so of them only the code is
 * told.
 */
final class SmtpOutcomes {

  private static final String STATUS = "SMTP_STATUS";
  private static final int SHUTTING_DOWN = 421;

  private SmtpOutcomes() {}

  static SendResult of(@Nullable Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    OptionalInt code =
        chain.stream()
            .mapToInt(SmtpOutcomes::code)
            .filter(found -> found >= 400 && found < 600)
            .reduce((first, second) -> second);
    if (code.isPresent()) {
      return replied(code.getAsInt(), chain);
    }
    if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
      return retry("SMTP_LOGIN", "The mail server refused user and password; check both.");
    }
    if (chain.stream().anyMatch(SmtpOutcomes::isWithoutTls)) {
      return retry("SMTP_NO_STARTTLS", "The mail server offers no STARTTLS; use TLS or another.");
    }
    return chain.stream()
        .filter(java.io.IOException.class::isInstance)
        .findFirst()
        .map(IoFailures::of)
        .orElseGet(IoFailures::closed);
  }

  private static SendResult replied(int code, List<Throwable> chain) {
    String told = "The mail server answered with code %d".formatted(code);
    if (code < 500) {
      return isOfMailbox(code, chain)
          ? Retry.alone(STATUS, told + " to this address.")
          : retry(STATUS, told + ".");
    }
    return new Failed(STATUS, told + ": it does not take the mail; check the address.");
  }

  /** Refused by its address: full, greylisted, unknown for now. Others are taken meanwhile. */
  private static boolean isOfMailbox(int code, List<Throwable> chain) {
    return code != SHUTTING_DOWN
        && chain.stream().anyMatch(SMTPAddressFailedException.class::isInstance);
  }

  private static SendResult retry(String reason, String detail) {
    return new Retry(reason, detail, Optional.empty());
  }

  private static boolean isWithoutTls(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).contains("STARTTLS is required");
  }

  private static int code(Throwable thrown) {
    if (thrown instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (thrown instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return thrown instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  /** Exceptions of mail hang together in two ways. */
  private static List<Throwable> chain(@Nullable Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    Throwable at = thrown;
    while (at != null && chain.size() < 20) {
      chain.add(at);
      Throwable next = at instanceof MessagingException m ? m.getNextException() : null;
      at = next == null ? at.getCause() : next;
    }
    return chain;
  }
}
