package io.clausestream.pipeline.cache;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** A file of a store, as {@link SegmentWriter} wrote it; never changed after. */
final class Segment {

  /** Name of the format; a new form of entries or index is a new one. */
  static final String MAGIC = "CLSTCAN1";

  static final String PREFIX = "canonical-";
  static final String WHOLE = ".seg";
  static final String PART = ".part";
  static final int BUFFER = 1 << 16;

  private static final int END = 2 * Long.BYTES + MAGIC.length();

  private Segment() {}

  /**
   * Where content stands.
   *
   * @param bodySha256 SHA-256 of the body that it was made of
   * @param offset its first byte in the file
   * @param length its bytes
   */
  record Slot(String bodySha256, long offset, int length) {}

  static byte[] head(String fingerprint) {
    return (MAGIC + fingerprint).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads a file to its end and looks whether it is whole and of this fingerprint.
   *
   * @throws IOException that says why it is not
   */
  static void check(Path file, String fingerprint) throws IOException {
    long size = Files.size(file);
    byte[] head = head(fingerprint);
    if (size < head.length + Integer.BYTES + END) {
      throw new IOException("it has " + size + " bytes, fewer than any");
    }
    CRC32C checksum = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(head.length), head)) {
        throw new IOException("it does not begin as one of this engine does");
      }
      checksum.update(head);
      byte[] buffer = new byte[BUFFER];
      long left = size - head.length - END + Long.BYTES;
      while (left > 0) {
        int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
        if (read == 0) {
          throw new IOException("it ends before its end");
        }
        checksum.update(buffer, 0, read);
        left -= read;
      }
      if (new DataInputStream(in).readLong() != checksum.getValue()
          || !Arrays.equals(in.readAllBytes(), MAGIC.getBytes(StandardCharsets.US_ASCII))) {
        throw new IOException("its checksum is another");
      }
    }
  }

  /** The index of a file that was checked. */
  static Map<String, Slot> index(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer end = ByteBuffer.allocate(Long.BYTES);
      read(channel, end, channel.size() - END);
      channel.position(end.getLong(0));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
      Map<String, Slot> index = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        index.put(in.readUTF(), new Slot(in.readUTF(), in.readLong(), in.readInt()));
      }
      return index;
    }
  }

  static void read(FileChannel channel, ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw new IOException("it ends before its end");
      }
    }
  }
}
