package io.clausestream.connector.delivery.mail;

import io.clausestream.connector.delivery.address.AddressGuard;
import io.clausestream.connector.delivery.address.GuardedSockets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One mail on one connection, which another thread can abort. */
final class SmtpCall implements Callable<Boolean> {

  private static final int CONNECT_MILLIS = 10_000;

  private final MailSettings settings;
  private final AddressGuard guard;
  private final SSLSocketFactory tls;
  private final GuardedSockets sockets;
  private final Session session;
  private final MimeMessage mail;
  private final @Nullable String password;
  private final Duration limit;
  private volatile boolean taken;

  SmtpCall(Smtp smtp, Session session, MimeMessage mail, @Nullable String password) {
    this.settings = smtp.settings();
    this.guard = smtp.guard();
    this.tls = smtp.tls();
    this.limit = smtp.limit();
    this.sockets = new GuardedSockets(guard);
    this.session = session;
    this.mail = mail;
    this.password = password;
  }

  /**
   * What all mails are sent with.
   *
   * @param settings of the server
   * @param guard decides on its addresses
   * @param tls makes sockets of TLS
   * @param limit of a call
   */
  record Smtp(MailSettings settings, AddressGuard guard, SSLSocketFactory tls, Duration limit) {}

  /** Whether the server took the mail, however the connection ended. */
  boolean isTaken() {
    return taken;
  }

  void abort() {
    sockets.abort();
  }

  @Override
  public Boolean call() throws IOException, MessagingException {
    URLName server =
        new URLName(
            "smtp", settings.host(), settings.port(), null, settings.user().orElse(null), password);
    SMTPTransport transport = new SMTPTransport(session, server);
    try (sockets) {
      transport.connect(connected());
      transport.sendMessage(mail, mail.getAllRecipients());
      taken = true;
      transport.close();
    } catch (MessagingException e) {
      if (!taken) {
        throw e;
      }
    }
    return true;
  }

  private Socket connected() throws IOException {
    // Named, so that the certificate is compared with the host and no name is looked up backwards.
    InetAddress address =
        InetAddress.getByAddress(
            settings.host(), guard.resolve(settings.host()).get(0).getAddress());
    int most = (int) Math.min(limit.toMillis(), CONNECT_MILLIS);
    Socket socket = sockets.createSocket();
    socket.setSoTimeout((int) limit.toMillis());
    socket.connect(new InetSocketAddress(address, settings.port()), most);
    return settings.encryption() == MailSettings.Encryption.TLS ? encrypted(socket) : socket;
  }

  private Socket encrypted(Socket socket) throws IOException {
    SSLSocket safe = (SSLSocket) tls.createSocket(socket, settings.host(), settings.port(), true);
    SSLParameters parameters = safe.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    safe.setSSLParameters(parameters);
    safe.startHandshake();
    return safe;
  }
}
