package io.clausestream.connector.delivery.http;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.connector.delivery.SendResult.Failed;
import io.clausestream.connector.delivery.TimedCalls;
import io.clausestream.connector.delivery.address.AddressGuard;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Posts bodies to guarded targets and tells the outcome: 2xx is delivered; 408, 425, 429, 5xx,
 * errors of the connection and time-outs are to be sent again; all else failed. Redirects are not
 * followed. Nothing of a response but its status and Retry-After is used. Threads may share it.
 */
public final class Poster implements AutoCloseable {

  private final CloseableHttpClient client;
  private final TargetCheck targets;
  private final TimedCalls calls;
  private final Clock clock;

  /**
   * A client.
   *
   * @param guard decides on targets
   * @param limit of a whole call, from the look-up of the name to the last byte
   * @param userAgent how it names itself
   * @param clock for a Retry-After that names an instant
   */
  public Poster(AddressGuard guard, Duration limit, String userAgent, Clock clock) {
    this.client = GuardedClient.open(guard, limit, userAgent);
    this.targets = new TargetCheck(guard);
    this.calls = new TimedCalls("delivery-http", limit);
    this.clock = clock;
  }

  /**
   * Posts JSON once.
   *
   * @param target an https URL, or http where the host is listed as allowed
   * @param headers by name
   * @param json UTF-8
   * @return the outcome; its detail holds nothing of the target
   * @throws InterruptedException when the thread was interrupted; the connection is closed then
   */
  public SendResult post(String target, Map<String, String> headers, byte[] json)
      throws InterruptedException {
    Optional<String> wrong = targets.wrong(target);
    if (wrong.isPresent()) {
      return new Failed("TARGET_INVALID", wrong.get());
    }
    HttpPost request = new HttpPost(URI.create(target));
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    return send(new Exchange(client, request));
  }

  private SendResult send(Exchange exchange) throws InterruptedException {
    try {
      calls.call(exchange, exchange::abort);
      return outcome(exchange);
    } catch (TimeoutException e) {
      return exchange.status().isPresent() ? outcome(exchange) : IoFailures.timeout(calls.limit());
    } catch (ExecutionException e) {
      return IoFailures.of(e.getCause());
    }
  }

  private SendResult outcome(Exchange exchange) {
    OptionalInt status = exchange.status();
    if (status.isEmpty()) {
      return IoFailures.closed();
    }
    return HttpOutcomes.of(
        status.getAsInt(), RetryAfter.parse(exchange.retryAfter(), clock.instant()));
  }

  @Override
  public void close() {
    calls.close();
    client.close(CloseMode.IMMEDIATE);
  }
}
