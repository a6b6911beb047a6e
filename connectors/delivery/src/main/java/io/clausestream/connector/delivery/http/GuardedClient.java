package io.clausestream.connector.delivery.http;

import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.GuardedSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the HTTP client: guarded names and sockets, no redirects, cookies, retries or proxies. */
final class GuardedClient {

  /** The callers limit how many calls run; the pool must not make one target wait for another. */
  private static final int MOST_CONNECTIONS = 1024;

  private static final Duration MOST_CONNECT_TIME = Duration.ofSeconds(10);
  private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(30);

  private GuardedClient() {}

  static CloseableHttpClient open(AddressGuard guard, Duration limit, String userAgent) {
    return HttpClients.custom()
        .setConnectionManager(connections(guard, limit))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setConnectionKeepAlive(KEPT_OPEN)
                .setResponseTimeout(timeout(limit))
                .build())
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .evictExpiredConnections()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      AddressGuard guard, Duration limit) {
    Duration connect = limit.compareTo(MOST_CONNECT_TIME) < 0 ? limit : MOST_CONNECT_TIME;
    return new GuardedConnections(guard)
        .setDnsResolver(new GuardedNames(guard))
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(connect))
                .setSocketTimeout(timeout(limit))
                .setTimeToLive(KEPT_OPEN)
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build())
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  /** Makes the sockets of the pool guarded ones. */
  private static final class GuardedConnections extends PoolingHttpClientConnectionManagerBuilder {

    private final AddressGuard guard;

    GuardedConnections(AddressGuard guard) {
      this.guard = guard;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          proxy -> new GuardedSocket(guard),
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    }
  }

  /** Resolves names to the addresses that the guard lets pass. */
  private record GuardedNames(AddressGuard guard) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      try {
        return guard.resolve(host).toArray(InetAddress[]::new);
      } catch (UnknownHostException e) {
        throw e;
      } catch (IOException e) {
        throw (UnknownHostException) new UnknownHostException("refused").initCause(e);
      }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
