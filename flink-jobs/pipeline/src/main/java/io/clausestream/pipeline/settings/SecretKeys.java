package io.clausestream.pipeline.settings;

import io.clausestream.connector.kafka.ClientProperties;
import io.clausestream.pipeline.options.KafkaOptions;
import java.util.Locale;
import org.apache.flink.configuration.GlobalConfiguration;
import org.jspecify.annotations.Nullable;

/** Tells which values must not be shown: those that Flink or Kafka hold for secret. */
final class SecretKeys {

  private static final String KAFKA = KafkaOptions.PROPERTIES.key() + ".";

  private SecretKeys() {}

  static boolean isSecret(String key, @Nullable String value) {
    return isSecret(key) || value != null && isOptionsOfJava(key) && isSecret(value);
  }

  /** What is passed to Java may hold a password of a key store. */
  private static boolean isOptionsOfJava(String key) {
    return key.toLowerCase(Locale.ROOT).contains("opts");
  }

  private static boolean isSecret(String key) {
    return GlobalConfiguration.isSensitive(key)
        || key.startsWith(KAFKA) && ClientProperties.isSecret(key.substring(KAFKA.length()));
  }
}
