package io.clausestream.connector.delivery.http;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Delivered;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.SendResult.Retry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a status means. */
final class HttpOutcomes {

  /** The status was not one of success. */
  static final String STATUS = "HTTP_STATUS";

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private HttpOutcomes() {}

  static SendResult of(int status, Optional<Duration> retryAfter) {
    if (status >= 200 && status < 300) {
      return new Delivered();
    }
    if (LATER.contains(status) || status >= 500 && status < 600) {
      return new Retry(STATUS, "The target answered with status %d.".formatted(status), retryAfter);
    }
    if (status >= 300 && status < 400) {
      return new Failed(
          "REDIRECT",
          "The target answered with status %d, a redirect, which is not followed; set the target to where it leads."
              .formatted(status));
    }
    String remedy =
        status == 410 ? "it is gone for good; remove it." : "check the target and its settings.";
    return new Failed(STATUS, "The target answered with status %d; %s".formatted(status, remedy));
  }
}
