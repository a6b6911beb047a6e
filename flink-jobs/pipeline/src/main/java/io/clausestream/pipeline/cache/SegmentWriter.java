package io.clausestream.pipeline.cache;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes a segment: head, entries one after the other, their index, and an end with the checksum of
 * all before. It gets its name when it is whole, so nobody reads half a segment and no two writers
 * meet. One thread.
 */
final class SegmentWriter implements Closeable {

  private final Path part;
  private final CRC32C checksum = new CRC32C();
  private final DataOutputStream out;
  private final Map<String, Segment.Slot> index = new LinkedHashMap<>();
  private long offset;

  /** Begins a segment of a fingerprint in a folder. */
  SegmentWriter(Path folder, String fingerprint) throws IOException {
    part = Files.createTempFile(folder, Segment.PREFIX, Segment.PART);
    out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part), Segment.BUFFER), checksum));
    byte[] head = Segment.head(fingerprint);
    out.write(head);
    offset = head.length;
  }

  boolean has(String key) {
    return index.containsKey(key);
  }

  void add(String key, String bodySha256, byte[] content) throws IOException {
    out.write(content);
    index.put(key, new Segment.Slot(bodySha256, offset, content.length));
    offset += content.length;
  }

  /** Ends the segment and gives it its name. */
  @Override
  public void close() throws IOException {
    try (out) {
      out.writeInt(index.size());
      for (Map.Entry<String, Segment.Slot> entry : index.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue().bodySha256());
        out.writeLong(entry.getValue().offset());
        out.writeInt(entry.getValue().length());
      }
      out.writeLong(offset);
      out.writeLong(checksum.getValue());
      out.write(Segment.MAGIC.getBytes(StandardCharsets.US_ASCII));
    }
    String name = part.getFileName().toString();
    String whole = name.substring(0, name.length() - Segment.PART.length()) + Segment.WHOLE;
    Files.move(part, part.resolveSibling(whole), StandardCopyOption.ATOMIC_MOVE);
  }
}
