package io.clausestream.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.SchemaStore;
import org.jspecify.annotations.Nullable;

/**
 * The wire schemas that this build can read, found by the fingerprint in a record's header: the
 * current one of each topic, and each older one that was ever released. Immutable; threads may
 * share it.
 */
public final class WireSchemas implements SchemaStore {

  private static final String OLD = "/avro/wire/old/";

  private static final List<Schema> CURRENT =
      List.of(
          FetchedPage.getClassSchema(),
          PageChange.getClassSchema(),
          PageVerification.getClassSchema(),
          Suppression.getClassSchema(),
          SourceHealth.getClassSchema(),
          Alert.getClassSchema(),
          LateAlert.getClassSchema(),
          Prevalence.getClassSchema(),
          DeadLetter.getClassSchema(),
          Redrive.getClassSchema(),
          RuleRequest.getClassSchema(),
          Rule.getClassSchema(),
          Refusal.getClassSchema(),
          SubscriptionRequest.getClassSchema(),
          Subscription.getClassSchema(),
          AlertCorrection.getClassSchema(),
          Digest.getClassSchema(),
          DeliveryOutcome.getClassSchema(),
          DeliveryRetry.getClassSchema());

  private final Map<Long, Schema> byFingerprint;

  private WireSchemas(List<Schema> schemas) {
    Map<Long, Schema> found = new HashMap<>();
    schemas.forEach(s -> found.put(SchemaNormalization.parsingFingerprint64(s), s));
    byFingerprint = Map.copyOf(found);
  }

  /** What ships in the jar: {@link #current()} and the older versions. */
  public static WireSchemas shipped() {
    return Shipped.SCHEMAS;
  }

  /** The given schemas and no others, for example what a registry holds. */
  public static WireSchemas of(List<Schema> schemas) {
    return new WireSchemas(schemas);
  }

  /** The schema that each topic's records are written with now. */
  public static List<Schema> current() {
    return CURRENT;
  }

  /**
   * The schema with this CRC-64-AVRO fingerprint of its parsing canonical form; null if unknown.
   */
  @Override
  public @Nullable Schema findByFingerprint(long fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  private static List<Schema> old() {
    try {
      List<Schema> schemas = new ArrayList<>();
      for (String name : index()) {
        try (InputStream in = resource(name)) {
          schemas.add(new Schema.Parser().parse(in));
        }
      }
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the older wire schemas under " + OLD, e);
    }
  }

  private static List<String> index() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource("index.txt"), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = WireSchemas.class.getResourceAsStream(OLD + name);
    if (in == null) {
      throw new IOException("The jar lacks " + OLD + name + ", which its index promises.");
    }
    return in;
  }

  /** Parsed once, when first asked for. */
  private static final class Shipped {
    private static final WireSchemas SCHEMAS = new WireSchemas(all());

    private static List<Schema> all() {
      List<Schema> schemas = new ArrayList<>(old());
      schemas.addAll(CURRENT);
      return schemas;
    }
  }
}
