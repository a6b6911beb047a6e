package io.clausestream.pipeline.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Numbers as one run of bytes: far smaller than an array of records. Hashes take 8 bytes each,
 * small numbers as few as Avro's variable-length coding needs.
 */
final class PackedLongs {

  private PackedLongs() {}

  static ByteBuffer fixed(long[] values) {
    ByteBuffer packed = ByteBuffer.allocate(values.length * Long.BYTES);
    packed.asLongBuffer().put(values);
    return packed;
  }

  /**
   * The numbers of a run.
   *
   * @param most more are an error, found before memory is taken for them
   */
  static long[] fixed(String state, ByteBuffer packed, int most) {
    int count = packed.remaining() / Long.BYTES;
    if (packed.remaining() % Long.BYTES != 0 || count > most) {
      throw corrupt(state, packed.remaining() + " bytes are no run of up to " + most + " hashes");
    }
    long[] values = new long[count];
    packed.asLongBuffer().get(values);
    return values;
  }

  static ByteBuffer variable(long[] values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(values.length * 2);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      for (long value : values) {
        encoder.writeLong(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** As many numbers as there must be. */
  static long[] variable(String state, ByteBuffer packed, int count) {
    byte[] bytes = new byte[packed.remaining()];
    packed.duplicate().get(bytes);
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    long[] values = new long[count];
    try {
      for (int i = 0; i < count; i++) {
        values[i] = decoder.readLong();
      }
      if (!decoder.isEnd()) {
        throw corrupt(state, "more than " + count + " numbers stand beside " + count + " hashes");
      }
    } catch (IOException e) {
      throw corrupt(state, "fewer than " + count + " numbers stand beside " + count + " hashes");
    }
    return values;
  }

  static IllegalStateException corrupt(String state, String what) {
    return new IllegalStateException(
        "State '" + state + "' is corrupt: " + what + "; restore an older savepoint.");
  }
}
