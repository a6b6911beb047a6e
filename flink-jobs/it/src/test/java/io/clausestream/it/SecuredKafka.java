package io.clausestream.it;

import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.ServerKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker with TLS, SCRAM users and the ACLs of the docs. */
final class SecuredKafka implements AutoCloseable {

  private static final int ITERATIONS = 4096;

  private final Path folder;
  private final ServerKey key;
  private final EmbeddedBroker broker;

  private SecuredKafka(Path folder, ServerKey key, EmbeddedBroker broker) {
    this.folder = folder;
    this.key = key;
    this.broker = broker;
  }

  static SecuredKafka start(Path folder) throws Exception {
    ServerKey key = ServerKey.in(folder);
    SecuredKafka kafka =
        new SecuredKafka(folder, key, EmbeddedBroker.startSecured(folder.resolve("kafka"), key));
    kafka.makeUsers(AclTable.rows());
    return kafka;
  }

  private void makeUsers(List<AclTable.Row> rows) throws Exception {
    try (Admin admin = Admin.create(broker.connection().toProperties())) {
      admin
          .alterUserScramCredentials(
              rows.stream().map(AclTable.Row::who).distinct().map(SecuredKafka::user).toList())
          .all()
          .get();
      admin.createAcls(rows.stream().flatMap(row -> row.bindings().stream()).toList()).all().get();
    }
  }

  private static UserScramCredentialAlteration user(String name) {
    return new UserScramCredentialUpsertion(
        name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password(name));
  }

  private static String password(String user) {
    return "secret-of-" + user;
  }

  String servers() {
    return broker.securedServers();
  }

  /** Client properties, as the docs have them. */
  Map<String, String> properties(String user) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password(user)),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        key.certificate().toString());
  }

  /** The same as a file. */
  Path file(String user) {
    Path file = folder.resolve(user + ".properties");
    Properties all = new Properties();
    all.putAll(properties(user));
    try (OutputStream out = Files.newOutputStream(file)) {
      all.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Override
  public void close() {
    broker.close();
  }
}
