package io.clausestream.schema;

import io.clausestream.schema.state.AdmittedRules;
import io.clausestream.schema.state.Agenda;
import io.clausestream.schema.state.CategoryNews;
import io.clausestream.schema.state.CategoryTally;
import io.clausestream.schema.state.DocumentHead;
import io.clausestream.schema.state.HeldCategories;
import io.clausestream.schema.state.KeptRules;
import io.clausestream.schema.state.PageMemory;
import io.clausestream.schema.state.Provisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Schemas and records that the tests of this module share. */
final class Schemas {

  private static final long SEED = 20260105;

  private Schemas() {}

  /** Every record class that is written whole, to a topic or to state. */
  static Stream<Class<? extends SpecificRecord>> types() {
    return Stream.of(
        FetchedPage.class,
        PageChange.class,
        PageVerification.class,
        Suppression.class,
        SourceHealth.class,
        Alert.class,
        Prevalence.class,
        DeadLetter.class,
        Redrive.class,
        RuleRequest.class,
        Rule.class,
        Refusal.class,
        SubscriptionRequest.class,
        Subscription.class,
        AlertCorrection.class,
        Digest.class,
        DeliveryOutcome.class,
        DeliveryRetry.class,
        AdmittedRules.class,
        KeptRules.class,
        DocumentHead.class,
        Agenda.class,
        PageMemory.class,
        Provisions.class,
        HeldCategories.class,
        CategoryNews.class,
        CategoryTally.class);
  }

  static Schema of(Class<?> type) {
    return SpecificData.get().getSchema(type);
  }

  static Schema fromResource(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name)) {
      return new Schema.Parser().parse(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records with any value in any field, the same at each run. */
  static Stream<byte[]> anyRecords(Schema schema, int count) {
    Stream.Builder<byte[]> records = Stream.builder();
    new RandomData(schema, count, SEED)
        .forEach(r -> records.add(encode(schema, (GenericRecord) r)));
    return records.build();
  }

  static byte[] encode(Schema schema, GenericRecord record) {
    try {
      return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
          .encode(record)
          .array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
