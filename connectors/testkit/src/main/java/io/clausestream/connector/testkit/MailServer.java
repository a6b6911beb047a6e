package io.clausestream.connector.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/**
 * An SMTP server on a free port of loopback that keeps the mails and behaves as the local part of
 * the recipient says: {@code greylist} is refused with 450 once per address, {@code full} always
 * with 452, {@code reject} with 550, {@code spam} with 554 after the text, {@code hang} never gets
 * an answer; all others are taken. Threads may share it; close it.
 */
public final class MailServer implements AutoCloseable {

  /** The name and password that it lets in. */
  public static final String USER = "clausestream";

  public static final String PASSWORD = "correct horse battery";

  /** How the connection is made safe. */
  public enum Safety {
    /** Not at all. */
    NONE,
    /** STARTTLS is offered. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  /**
   * A mail that was taken.
   *
   * @param from of the envelope
   * @param to of the envelope
   * @param source head and body as they came
   * @param tls whether it came by TLS
   */
  public record Mail(String from, List<String> to, String source, boolean tls) {

    /** Copies the list. */
    public Mail {
      to = List.copyOf(to);
    }
  }

  private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final SMTPServer server;

  private MailServer(Safety safety, ServerKey key) {
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .bindAddress(loopback())
            .hostName("localhost")
            .messageHandlerFactory(Handler::new)
            .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(MailServer::login));
    switch (safety) {
      case STARTTLS -> builder.enableTLS().startTlsSocketFactory(key.context());
      case TLS -> builder.serverSocketFactory(key.context());
      default -> builder.enableTLS(false);
    }
    server = builder.build();
  }

  /**
   * Starts one.
   *
   * @param folder for its key; {@link ServerKey#certificate()} is what clients trust
   */
  public static MailServer start(Safety safety, Path folder) {
    MailServer server = new MailServer(safety, ServerKey.in(folder));
    server.server.start();
    return server;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByName("127.0.0.1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void login(String user, String password, MessageContext context)
      throws LoginFailedException {
    if (!user.equals(USER) || !password.equals(PASSWORD)) {
      throw new LoginFailedException();
    }
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return server.getPortAllocated();
  }

  /** The mails that it took, in the order of their coming. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop();
  }

  /** One mail on its way in. */
  private final class Handler implements MessageHandler {

    private final MessageContext context;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    Handler(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String sender) {
      from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      int times = asked.merge(recipient, 1, Integer::sum);
      switch (recipient.substring(0, recipient.indexOf('@'))) {
        case "greylist" -> reject(times == 1, 450, "try again later");
        case "full" -> reject(true, 452, "mailbox is full");
        case "reject" -> reject(true, 550, "no such user " + recipient);
        case "hang" -> hang();
        default -> {}
      }
      to.add(recipient);
    }

    private void reject(boolean when, int code, String text) throws RejectException {
      if (when) {
        throw new RejectException(code, text);
      }
    }

    private void hang() {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      String source = new String(data.readAllBytes(), UTF_8);
      reject(to.stream().anyMatch(address -> address.startsWith("spam@")), 554, "looks like spam");
      boolean tls = context instanceof Session session && session.isTLSStarted();
      mails.add(new Mail(from, to, source, tls));
      return "taken";
    }

    @Override
    public void done() {
      // Nothing is held.
    }
  }
}
