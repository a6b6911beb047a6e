package io.clausestream.connector.testkit;

import java.util.Properties;

/** A listener over TLS with SCRAM, and an authorizer that allows what an ACL allows. */
final class SecuredListener {

  private static final String NAME = "SECURED";
  private static final String PREFIX = "listener.name.secured.";

  private SecuredListener() {}

  static void add(Properties p, ServerKey key, String host, int port) {
    String listener = "," + NAME + "://" + host + ":" + port;
    append(p, "listeners", listener);
    append(p, "advertised.listeners", listener);
    append(p, "listener.security.protocol.map", "," + NAME + ":SASL_SSL");
    p.putAll(key.ofListener(PREFIX));
    p.put(PREFIX + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
    p.put(
        PREFIX + "scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    p.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    p.put("allow.everyone.if.no.acl.found", "false");
    // The plain listeners: the broker itself, and whoever sets it up.
    p.put("super.users", "User:ANONYMOUS");
  }

  private static void append(Properties p, String name, String more) {
    p.put(name, p.getProperty(name) + more);
  }
}
