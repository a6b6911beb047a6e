package io.clausestream.schema;

import static io.clausestream.schema.UndecodableRecordException.Reason.CORRUPT;
import static io.clausestream.schema.UndecodableRecordException.Reason.NOT_SINGLE_OBJECT;
import static io.clausestream.schema.UndecodableRecordException.Reason.UNKNOWN_SCHEMA;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a topic's records: Avro's single-object encoding, two bytes of marker, eight of the
 * writer's schema fingerprint, then the record. Reads what any known schema of the type wrote,
 * older or newer. Hostile bytes cost time and memory in proportion to their length and end in an
 * {@link UndecodableRecordException}, never in another exception or an error.
 *
 * <p>Threads may share a codec. It is not serializable: a function makes its own when it opens.
 *
 * @param <T> the record's class
 */
public final class WireCodec<T extends SpecificRecord> {

  /**
   * Largest record that is read or written, in bytes as encoded: a dead letter with the largest
   * value that any topic takes, and room for what stands around it.
   */
  public static final int MAX_RECORD_BYTES = 33 << 20;

  private static final int HEADER_BYTES = 10;
  private static final byte MARKER_0 = (byte) 0xC3;
  private static final byte MARKER_1 = (byte) 0x01;

  private final Schema schema;
  private final SpecificData model;
  private final SchemaStore writers;
  private final BinaryMessageEncoder<T> encoder;
  private final long ownFingerprint;
  private final Map<Long, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

  private WireCodec(Class<T> type, SchemaStore writers) {
    this.model = model(type);
    this.schema = model.getSchema(type);
    this.writers = writers;
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.ownFingerprint = SchemaNormalization.parsingFingerprint64(schema);
  }

  /** The codec of a record class, which reads every version of it that ships in the jar. */
  public static <T extends SpecificRecord> WireCodec<T> of(Class<T> type) {
    return new WireCodec<>(type, WireSchemas.shipped());
  }

  /**
   * The codec of a record class with its writers' schemas from elsewhere. The class's own schema is
   * always known.
   *
   * @param writers finds a schema by fingerprint and answers null, without throwing, for others
   */
  public static <T extends SpecificRecord> WireCodec<T> of(Class<T> type, SchemaStore writers) {
    return new WireCodec<>(type, writers);
  }

  /**
   * The record in single-object encoding, written with the class's schema.
   *
   * @throws IllegalArgumentException when a field that must be set is null, or the result would be
   *     longer than {@link #MAX_RECORD_BYTES}
   */
  public byte[] encode(T value) {
    ByteBuffer encoded;
    try {
      encoded = encoder.encode(value);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "Cannot encode this " + schema.getName() + ": " + e.getMessage(), e);
    }
    if (encoded.remaining() > MAX_RECORD_BYTES) {
      throw new IllegalArgumentException(
          text(
              "This %s is %d bytes long, above the limit of %d: move large parts out of the record.",
              schema.getName(), encoded.remaining(), MAX_RECORD_BYTES));
    }
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  /**
   * The record that the bytes hold, all of them.
   *
   * @throws UndecodableRecordException when they hold none; its message names the record type and
   *     what is wrong
   */
  public T decode(byte[] record) throws UndecodableRecordException {
    SpecificDatumReader<T> reader = reader(fingerprint(record));
    if (record.length > MAX_RECORD_BYTES) {
      throw undecodable(CORRUPT, "too large: %d bytes, limit %d", record.length, MAX_RECORD_BYTES);
    }
    BoundedDecoder in = new BoundedDecoder(record, HEADER_BYTES);
    T value = read(reader, in, record.length);
    int trailing = remaining(in);
    if (trailing > 0) {
      throw undecodable(
          CORRUPT, "trailing bytes: %d of %d behind the record", trailing, record.length);
    }
    return value;
  }

  private T read(SpecificDatumReader<T> reader, BoundedDecoder in, int length)
      throws UndecodableRecordException {
    try {
      return Objects.requireNonNull(reader.read(null, in));
    } catch (IOException | RuntimeException e) {
      // Whatever Avro throws at bytes that do not fit, an index out of bounds among it.
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UndecodableRecordException(
          CORRUPT,
          text("%s record of %d bytes is truncated or corrupt: %s", schema.getName(), length, what),
          e);
    }
  }

  private int remaining(BoundedDecoder in) throws UndecodableRecordException {
    try {
      return in.remaining();
    } catch (IOException e) {
      throw new UndecodableRecordException(CORRUPT, "cannot tell the end of the record", e);
    }
  }

  private long fingerprint(byte[] record) throws UndecodableRecordException {
    if (record.length < 2 || record[0] != MARKER_0 || record[1] != MARKER_1) {
      throw undecodable(
          NOT_SINGLE_OBJECT,
          "not single-object encoded: %s, where C3 01 and a schema fingerprint are expected",
          beginning(record));
    }
    if (record.length < HEADER_BYTES) {
      throw undecodable(
          NOT_SINGLE_OBJECT,
          "not single-object encoded: %d bytes, which is no whole header",
          record.length);
    }
    return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }

  private static String beginning(byte[] record) {
    return switch (record.length) {
      case 0 -> "no bytes";
      case 1 -> text("one byte %02X", record[0]);
      default -> text("begins with %02X %02X", record[0], record[1]);
    };
  }

  private SpecificDatumReader<T> reader(long fingerprint) throws UndecodableRecordException {
    SpecificDatumReader<T> known = readers.get(fingerprint);
    if (known != null) {
      return known;
    }
    // Only schemas that we know make a reader, so hostile fingerprints cannot fill the map.
    SpecificDatumReader<T> made =
        new SpecificDatumReader<>(writerSchema(fingerprint), schema, model);
    readers.put(fingerprint, made);
    return made;
  }

  private Schema writerSchema(long fingerprint) throws UndecodableRecordException {
    @Nullable Schema writer =
        fingerprint == ownFingerprint ? schema : writers.findByFingerprint(fingerprint);
    if (writer == null) {
      throw undecodable(
          UNKNOWN_SCHEMA,
          "unknown schema fingerprint 0x%016x: upgrade the reader to a release that has it",
          fingerprint);
    }
    if (!writer.getFullName().equals(schema.getFullName())) {
      throw undecodable(
          UNKNOWN_SCHEMA,
          "schema fingerprint 0x%016x is that of a %s",
          fingerprint,
          writer.getName());
    }
    return writer;
  }

  private UndecodableRecordException undecodable(
      UndecodableRecordException.Reason reason, String format, Object... values) {
    return new UndecodableRecordException(
        reason, schema.getName() + " record is undecodable: " + text(format, values));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The class's own model, but with classes found where the record's class was. */
  private static SpecificData model(Class<?> type) {
    SpecificData model = new SpecificData(type.getClassLoader());
    for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
      model.addLogicalTypeConversion(conversion);
    }
    return model;
  }
}
