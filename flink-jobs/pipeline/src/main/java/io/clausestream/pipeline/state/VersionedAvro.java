package io.clausestream.pipeline.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A version byte, then Avro binary of the state schema of that version. The schema of each version
 * stays in the jar as {@code NAME-vVERSION.avsc}: an old value is resolved when it is read, and
 * written anew when it changes. Not serializable; one thread.
 */
final class VersionedAvro<T extends SpecificRecord> {

  private final String state;
  private final int version;
  private final SpecificDatumWriter<T> writer;
  private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();

  /**
   * @param state name of the state, for messages
   * @param type generated class of the current version
   * @param version the current version; raise it when the schema changes, and keep the old file
   */
  VersionedAvro(String state, Class<T> type, int version) {
    this.state = state;
    this.version = version;
    SpecificData model = new SpecificData(type.getClassLoader());
    Schema current = model.getSchema(type);
    this.writer = new SpecificDatumWriter<>(current, model);
    for (int known = 1; known <= version; known++) {
      Schema old = shipped(current.getName(), known);
      readers.put(known, new SpecificDatumReader<>(old, current, model));
    }
  }

  /** The schema of a version, as it was when the version was current. */
  static Schema shipped(String name, int version) {
    String file = name + "-v" + version + ".avsc";
    try (InputStream in = VersionedAvro.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the state schema " + file);
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the state schema " + file, e);
    }
  }

  byte[] encode(T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(version);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer.write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode state '" + state + "'", e);
    }
    return out.toByteArray();
  }

  T decode(byte[] stored) {
    int written = VersionByte.read(state, stored, version);
    try {
      return readers
          .get(written)
          .read(null, DecoderFactory.get().binaryDecoder(stored, 1, stored.length - 1, null));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "State '" + state + "' holds a corrupt value of version " + written, e);
    }
  }
}
