package io.clausestream.connector.delivery.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One request and the head of its response, which counts as soon as it has come, whatever becomes
 * of the body.
 */
final class Exchange implements Callable<Boolean> {

  /** A body up to this size is read to its end, so that the connection can be used again. */
  private static final int MOST_BODY_BYTES = 4096;

  private static final int NO_STATUS = 0;

  private final CloseableHttpClient client;
  private final HttpPost request;
  private volatile int status = NO_STATUS;
  private volatile Optional<String> retryAfter = Optional.empty();

  Exchange(CloseableHttpClient client, HttpPost request) {
    this.client = client;
    this.request = request;
  }

  /** Status of the response; empty while none has come. */
  OptionalInt status() {
    return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The header Retry-After. */
  Optional<String> retryAfter() {
    return retryAfter;
  }

  void abort() {
    request.cancel();
  }

  @Override
  public Boolean call() throws IOException {
    try (ClassicHttpResponse response =
        client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
      Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
      retryAfter = Optional.ofNullable(header).map(Header::getValue);
      status = response.getCode();
      finish(response.getEntity());
      return true;
    } catch (HttpException e) {
      throw new IOException(e);
    } catch (IOException e) {
      if (status == NO_STATUS) {
        throw e;
      }
      return true;
    }
  }

  /** Closing a response reads what is left of it, so a long one is cut off first. */
  private void finish(@Nullable HttpEntity body) throws IOException {
    if (body == null) {
      return;
    }
    if (!isShort(body.getContent())) {
      request.cancel();
    }
  }

  private static boolean isShort(InputStream body) throws IOException {
    return body.readNBytes(MOST_BODY_BYTES + 1).length <= MOST_BODY_BYTES;
  }
}
