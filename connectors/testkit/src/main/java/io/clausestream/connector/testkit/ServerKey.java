package io.clausestream.connector.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for TLS servers on loopback with a certificate that it signed itself, made by the JDK's
 * keytool. Its names are localhost and 127.0.0.1.
 */
public final class ServerKey {

  private static final String PASSWORD = "changeit";

  private final Path store;
  private final Path certificate;

  private ServerKey(Path folder) {
    this.store = folder.resolve("server.p12");
    this.certificate = folder.resolve("server.pem");
  }

  /** The key of a folder; made when there is none. */
  public static ServerKey in(Path folder) {
    ServerKey key = new ServerKey(folder);
    if (!Files.exists(key.certificate)) {
      key.make();
    }
    return key;
  }

  /** The certificate, PEM. */
  public Path certificate() {
    return certificate;
  }

  /** Properties of a Kafka listener that shows the key. */
  Map<String, String> ofListener(String prefix) {
    return Map.of(
        prefix + "ssl.keystore.type",
        "PKCS12",
        prefix + "ssl.keystore.location",
        store.toString(),
        prefix + "ssl.keystore.password",
        PASSWORD);
  }

  /** What a server needs. */
  public SSLContext context() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void make() {
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-validity",
        "3650");
    keytool("-exportcert", "-rfc", "-alias", "server", "-file", certificate.toString());
  }

  private void keytool(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool says: " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }
}
