package io.clausestream.schema;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary decoder with every claimed length checked against the bytes that are left, before
 * memory is taken for it. Avro's own limits are one number for the whole process, near 2 GB.
 *
 * <p>An item of a collection takes at least one byte in all our schemas, so a count above the bytes
 * left is a lie; and the items of all collections of a record together stay below {@link
 * #MAX_ITEMS}, since a one-byte item can become an object forty times as large. One thread, one
 * record.
 */
final class BoundedDecoder extends Decoder {

  static final int MAX_ITEMS = 1 << 18;

  private final BinaryDecoder in;
  private final InputStream rest;
  private int itemsLeft = MAX_ITEMS;

  BoundedDecoder(byte[] record, int offset) {
    in = DecoderFactory.get().binaryDecoder(record, offset, record.length - offset, null);
    rest = in.inputStream();
  }

  int remaining() throws IOException {
    return rest.available();
  }

  @Override
  public void readNull() throws IOException {
    in.readNull();
  }

  @Override
  public boolean readBoolean() throws IOException {
    return in.readBoolean();
  }

  @Override
  public int readInt() throws IOException {
    return in.readInt();
  }

  @Override
  public long readLong() throws IOException {
    return in.readLong();
  }

  @Override
  public float readFloat() throws IOException {
    return in.readFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return in.readDouble();
  }

  @Override
  public int readEnum() throws IOException {
    return in.readEnum();
  }

  @Override
  public int readIndex() throws IOException {
    return in.readIndex();
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(bytes());
  }

  @Override
  public String readString() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    in.skipFixed(length());
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    return ByteBuffer.wrap(bytes());
  }

  @Override
  public void skipBytes() throws IOException {
    in.skipFixed(length());
  }

  @Override
  public void readFixed(byte[] bytes, int start, int length) throws IOException {
    in.readFixed(bytes, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    in.skipFixed(length);
  }

  @Override
  public long readArrayStart() throws IOException {
    return items();
  }

  @Override
  public long arrayNext() throws IOException {
    return items();
  }

  /** Lets the caller skip item by item, so that sizes of blocks need not be believed. */
  @Override
  public long skipArray() throws IOException {
    return items();
  }

  @Override
  public long readMapStart() throws IOException {
    return items();
  }

  @Override
  public long mapNext() throws IOException {
    return items();
  }

  @Override
  public long skipMap() throws IOException {
    return items();
  }

  private byte[] bytes() throws IOException {
    byte[] bytes = new byte[length()];
    in.readFixed(bytes);
    return bytes;
  }

  private int length() throws IOException {
    long length = in.readLong();
    if (length < 0) {
      throw new AvroRuntimeException("negative length " + length);
    }
    return (int) atMostTheRest(length, "a value of " + length + " bytes");
  }

  private long items() throws IOException {
    long count = in.readLong();
    if (count < 0) {
      // A block that also gives its size in bytes, which is of use only to skip it.
      in.readLong();
      count = -count;
    }
    if (count < 0) {
      throw new AvroRuntimeException("negative number of items " + count);
    }
    atMostTheRest(count, count + " items");
    if (count > itemsLeft) {
      throw new AvroRuntimeException("more than " + MAX_ITEMS + " items in its collections");
    }
    itemsLeft -= (int) count;
    return count;
  }

  private long atMostTheRest(long claimed, String claim) throws IOException {
    if (claimed > remaining()) {
      throw new EOFException("claims " + claim + " with " + remaining() + " bytes left");
    }
    return claimed;
  }
}
