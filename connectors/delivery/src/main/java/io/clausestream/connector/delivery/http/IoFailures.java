package io.clausestream.connector.delivery.http;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import io.clausestream.connector.delivery.address.RefusedAddressException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of connections that failed. The messages of the causes hold addresses and what the other
 * side wrote, so none is passed on.
 */
public final class IoFailures {

  private IoFailures() {}

  /** The limit of the whole call was up. */
  public static SendResult timeout(Duration limit) {
    return retry(
        "TIMEOUT",
        "The target did not answer within %s seconds.".formatted(limit.toMillis() / 1000.0));
  }

  /** The other side ended the connection. */
  public static SendResult closed() {
    return retry("CONNECTION", "The connection to the target failed or was closed.");
  }

  /** What the call threw. */
  public static SendResult of(@Nullable Throwable thrown) {
    Optional<RefusedAddressException> refused = find(thrown, RefusedAddressException.class);
    if (refused.isPresent()) {
      return new Failed("ADDRESS_REFUSED", String.valueOf(refused.get().getMessage()));
    }
    if (find(thrown, UnknownHostException.class).isPresent()) {
      return retry("HOST_UNKNOWN", "The name of the target's host has no address.");
    }
    if (find(thrown, SSLException.class).isPresent()) {
      return retry("TLS", "TLS with the target failed; check its certificate.");
    }
    if (find(thrown, InterruptedIOException.class).isPresent()) {
      return retry("TIMEOUT", "The target did not answer in time.");
    }
    return closed();
  }

  private static SendResult retry(String reason, String detail) {
    return new Retry(reason, detail, Optional.empty());
  }

  private static <T extends Throwable> Optional<T> find(@Nullable Throwable thrown, Class<T> type) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
